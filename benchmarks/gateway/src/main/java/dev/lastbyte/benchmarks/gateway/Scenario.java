// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

/** What is asked of a proxy. */
enum Scenario {
  /** Streams of {@value Messages#BURST_EVENTS} events each, as fast as they go. */
  BURST("burst SSE", "request"),
  /** Small responses in one piece, as fast as they go. */
  JSON("small JSON", "request"),
  /** Many slow streams at once. */
  PACED("paced SSE", "token");

  private final String title;
  private final String unit;

  Scenario(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  String title() {
    return title;
  }

  /** What its CPU time is told for. */
  String unit() {
    return unit;
  }
}
