// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

/**
 * How much is measured.
 *
 * @param rounds how often everybody has a turn at bursts and at JSON
 * @param requests in a turn of a fast proxy
 * @param slowRequests in a turn of a slow one
 * @param warmUp requests before the first round of a fast proxy that is a JVM; others need few
 * @param slowWarmUp requests before the first round of any other
 * @param pacedRounds how often the paced streams are opened, after a first time to warm up
 * @param streams how many of them
 * @param pacedSeconds how long they flow
 */
record Size(
    int rounds,
    int requests,
    int slowRequests,
    int warmUp,
    int slowWarmUp,
    int pacedRounds,
    int streams,
    int pacedSeconds) {

  static final Size FULL = new Size(5, 20_000, 300, 80_000, 300, 3, 2_000, 6);

  /** For samples enough, and with the compiler gone quiet. */
  static final Size PROFILE = new Size(1, 40_000, 0, 100_000, 0, 0, 0, 0);

  /** Enough to see a change of a tenth on a machine that is not busy. */
  static final Size QUICK = new Size(3, 8_000, 60, 40_000, 100, 1, 2_000, 3);
}
