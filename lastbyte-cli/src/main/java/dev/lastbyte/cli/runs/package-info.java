// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The commands {@code runs}, {@code runs prune} and {@code show}: what was recorded. */
@NullMarked
package dev.lastbyte.cli.runs;

import org.jspecify.annotations.NullMarked;
