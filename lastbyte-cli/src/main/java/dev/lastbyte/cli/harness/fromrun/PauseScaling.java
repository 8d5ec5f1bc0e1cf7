// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness.fromrun;

import java.time.Duration;

/**
 * How recorded pauses are played again.
 *
 * @param pace what they are multiplied by
 * @param longest what none is longer than
 */
public record PauseScaling(double pace, Duration longest) {

  /** What was recorded between two steps without any meaning. */
  private static final long NOISE_MILLIS = 5;

  /** The pause in milliseconds; 0 where it is not worth one. */
  long millis(long recordedNanos) {
    long millis = Math.min((long) (recordedNanos / 1e6 * pace), longest.toMillis());
    return millis < NOISE_MILLIS ? 0 : millis;
  }
}
