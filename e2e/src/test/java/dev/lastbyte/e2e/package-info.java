// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Real clients through the real command against the harness, from outside. */
@NullMarked
package dev.lastbyte.e2e;

import org.jspecify.annotations.NullMarked;
