// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import java.time.Duration;

/**
 * What a consumer may decide about retries.
 *
 * @param longestWait a longer wish of the provider is not waited for
 * @param canRetract whether the consumer takes back visible text before a replay
 * @param firstPause the shortest pause before a replay for a temporary cause
 */
public record RetryPolicy(Duration longestWait, boolean canRetract, Duration firstPause) {

  /** Waits at most two minutes, cannot retract, pauses half a second. */
  public static RetryPolicy standard() {
    return new RetryPolicy(Duration.ofMinutes(2), false, Duration.ofMillis(500));
  }

  /** The same policy for a consumer that takes back visible text before a replay. */
  public RetryPolicy retracting() {
    return new RetryPolicy(longestWait, true, firstPause);
  }
}
