// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The responses that are read on without their clients: at most {@value #MAX} at once. Thread-safe.
 */
public final class ShadowDrains {

  static final int MAX = 64;

  private final Duration maxDuration;
  private final Set<ShadowDrain> open = new HashSet<>();

  /**
   * @param maxDuration how long to read on; zero for not at all
   */
  public ShadowDrains(Duration maxDuration) {
    this.maxDuration = maxDuration;
  }

  Duration maxDuration() {
    return maxDuration;
  }

  /** Whether another response may be read on; if so, it has to be {@link #remove removed}. */
  synchronized boolean add(ShadowDrain drain) {
    return maxDuration.isPositive() && open.size() < MAX && open.add(drain);
  }

  synchronized void remove(ShadowDrain drain) {
    open.remove(drain);
  }

  /** Ends all of them as they are; their runs say so when this returns. */
  public void stop() {
    all().forEach(ShadowDrain::stop);
  }

  private synchronized List<ShadowDrain> all() {
    return List.copyOf(open);
  }
}
