// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.core.log.RunClock;
import java.time.Duration;

/**
 * Counts the streams of one connection that its client made this side reset, by frames that break
 * HTTP/2's rules. Each was begun, and could have a provider dialled, but counts as open no longer
 * (CVE-2025-8671): the bound on open streams does not hold them. Used on the connection's event
 * loop only.
 */
final class BrokenStreams {

  /** As many as the codec admits of resets that a client sends itself (CVE-2023-44487). */
  static final int MOST = 200;

  private static final long WINDOW_NANOS = Duration.ofSeconds(30).toNanos();

  private final RunClock clock;
  private long windowBeganAtNanos;
  private int count;

  BrokenStreams(RunClock clock) {
    this.clock = clock;
  }

  /** One more; whether that is more than any client makes by mistake. */
  boolean addAndExceed() {
    long now = clock.nanos();
    if (count == 0 || now - windowBeganAtNanos > WINDOW_NANOS) {
      windowBeganAtNanos = now;
      count = 0;
    }
    count++;
    return count > MOST;
  }
}
