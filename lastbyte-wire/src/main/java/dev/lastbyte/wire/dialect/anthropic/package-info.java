// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Anthropic Messages. */
@NullMarked
package dev.lastbyte.wire.dialect.anthropic;

import org.jspecify.annotations.NullMarked;
