// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import java.util.Locale;

/** Quantities as a person reads them. */
public final class Numbers {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private Numbers() {}

  /** A duration: {@code 0.42 ms}, {@code 35 ms}, {@code 1.20 s}, {@code 312 s}. */
  public static String duration(long nanos) {
    double millis = nanos / NANOS_PER_MILLI;
    if (millis < 10) {
      return format("%.2f ms", millis);
    }
    if (millis < 1000) {
      return format("%.0f ms", millis);
    }
    double seconds = nanos / NANOS_PER_SECOND;
    return format(seconds < 100 ? "%.2f s" : "%.0f s", seconds);
  }

  /** Milliseconds with three digits behind the point: what JSON holds. */
  public static double millis(long nanos) {
    return Math.round(nanos / 1e3) / 1e3;
  }

  /** {@code 1 byte}, {@code 2,048 bytes}. */
  public static String count(long number, String noun) {
    return format("%,d ", number) + noun + (number == 1 ? "" : "s");
  }

  private static String format(String pattern, Object value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
