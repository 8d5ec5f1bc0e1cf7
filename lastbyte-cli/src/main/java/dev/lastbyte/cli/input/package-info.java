// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Files and streams of runs that a command reads: event files and other programs' logs. */
@NullMarked
package dev.lastbyte.cli.input;

import org.jspecify.annotations.NullMarked;
