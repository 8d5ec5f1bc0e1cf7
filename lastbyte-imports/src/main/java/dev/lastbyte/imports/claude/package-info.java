// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Claude Code: its session logs and its {@code stream-json} output. */
@NullMarked
package dev.lastbyte.imports.claude;

import org.jspecify.annotations.NullMarked;
