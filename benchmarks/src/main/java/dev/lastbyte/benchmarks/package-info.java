// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** How fast the hot paths are; run with {@code ./benchmarks/run}. */
@NullMarked
package dev.lastbyte.benchmarks;

import org.jspecify.annotations.NullMarked;
