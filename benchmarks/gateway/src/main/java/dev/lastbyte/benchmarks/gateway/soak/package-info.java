// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Thousands of streams through a real gateway for a long time, and what became of each of them. */
@NullMarked
package dev.lastbyte.benchmarks.gateway.soak;

import org.jspecify.annotations.NullMarked;
