// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The answers that are read on without their clients: at most {@value #MAX} at once. Thread-safe.
 */
final class ShadowDrains {

  static final int MAX = 64;

  private final Duration longest;
  private final AtomicInteger open = new AtomicInteger();

  /**
   * @param longest how long to read on; zero for not at all
   */
  ShadowDrains(Duration longest) {
    this.longest = longest;
  }

  Duration longest() {
    return longest;
  }

  /** Whether another answer may be read on; if so, {@link #ended} has to be called. */
  boolean begin() {
    if (!longest.isPositive()) {
      return false;
    }
    boolean room = open.incrementAndGet() <= MAX;
    if (!room) {
      open.decrementAndGet();
    }
    return room;
  }

  void ended() {
    open.decrementAndGet();
  }
}
