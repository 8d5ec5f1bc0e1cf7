// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Ages at which well-known timers cut a request. A stream that is cut there by chance is rightly
 * told as theirs, and no key of the harness says so.
 */
final class KnownAges {

  /** Wide, since the gateway knows of a request before the provider does. */
  private static final double TOLERANCE = 0.03;

  private KnownAges() {}

  static boolean includes(long ageNanos) {
    return LongStream.of(15, 30, 600)
        .map(TimeUnit.SECONDS::toNanos)
        .anyMatch(known -> Math.abs(ageNanos - known) <= known * TOLERANCE);
  }
}
