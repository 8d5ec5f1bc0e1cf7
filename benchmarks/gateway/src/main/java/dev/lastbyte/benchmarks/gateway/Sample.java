// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import org.jspecify.annotations.Nullable;

/**
 * What one proxy needed in one round.
 *
 * @param round from 1
 * @param cpuMicros CPU time for one request, or one token
 * @param perSecond requests or tokens in a second
 * @param latency how long tokens were under way, or null where that is not asked
 */
record Sample(
    Scenario scenario,
    int round,
    String peer,
    double cpuMicros,
    double perSecond,
    @Nullable Latency latency) {

  /** Microseconds, from the provider's write to the caller's read. */
  record Latency(double p50Micros, double p99Micros) {}

  double p50Micros() {
    return latency == null ? Double.NaN : latency.p50Micros();
  }

  double p99Micros() {
    return latency == null ? Double.NaN : latency.p99Micros();
  }

  /** One line, for somebody who waits. */
  String progress() {
    String line =
        "round %d  %-10s  %-9s %8.1f us CPU/%s %9.0f/s"
            .formatted(round, scenario.title(), peer, cpuMicros, scenario.unit(), perSecond);
    return latency == null
        ? line
        : line + "  p50 %.0f us, p99 %.0f us".formatted(p50Micros(), p99Micros());
  }
}
