// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a command writes and how it ends: the terminal, tables, suggestions, exit codes, and the
 * error for invalid input.
 */
@NullMarked
package dev.lastbyte.cli.text;

import org.jspecify.annotations.NullMarked;
