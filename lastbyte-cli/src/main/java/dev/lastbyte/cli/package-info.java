// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The lastbyte command: the one place that wires everything. */
@NullMarked
package dev.lastbyte.cli;

import org.jspecify.annotations.NullMarked;
