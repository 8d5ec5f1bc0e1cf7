// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.util.Arrays;

/** How long things were under way, in nanoseconds. */
final class Latencies {

  /** Stands for one that came, but could not be read. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private long[] known = new long[1 << 16];
  private int size;
  private int unknown;

  void add(long nanos) {
    if (nanos == UNKNOWN) {
      unknown++;
      return;
    }
    if (size == known.length) {
      known = Arrays.copyOf(known, 2 * size);
    }
    known[size++] = nanos;
  }

  /** How many came. */
  int count() {
    return size + unknown;
  }

  /** Microseconds within which so large a part of them came; {@code part} is from 0 to 1. */
  double percentileMicros(double part) {
    long[] sorted = Arrays.copyOf(known, size);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(size - 1L, Math.round(part * size))] / 1e3;
  }
}
