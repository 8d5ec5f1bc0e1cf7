// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** A resumable JSON scanner that looks only for what it was asked for. */
@NullMarked
package dev.lastbyte.wire.json;

import org.jspecify.annotations.NullMarked;
