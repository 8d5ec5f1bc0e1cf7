// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** What each provider API means by its bytes: one class a dialect. */
@NullMarked
package dev.lastbyte.wire.dialect;

import org.jspecify.annotations.NullMarked;
