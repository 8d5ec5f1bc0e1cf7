// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Gemini CLI: its session logs, its {@code stream-json} output and its error reports. */
@NullMarked
package dev.lastbyte.imports.gemini;

import org.jspecify.annotations.NullMarked;
