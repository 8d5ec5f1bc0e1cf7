// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The {@code lastbyte} command: the one place that wires everything.
 *
 * <p>A command parses and prints; what it prints is computed below it. Exit codes: 0 fine, 1 a
 * failure was diagnosed, 2 bad usage or input.
 */
@NullMarked
package dev.lastbyte.cli;

import org.jspecify.annotations.NullMarked;
