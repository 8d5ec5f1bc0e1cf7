// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

/**
 * When, in which attempt and from where an event was seen.
 *
 * @param atNanos nanoseconds on the monotonic clock since the run began, never negative
 * @param attempt the attempt's number from 1, or {@value #WHOLE_RUN} for the run as a whole
 * @param vantage where it was seen
 */
public record Stamp(long atNanos, int attempt, Vantage vantage) {

  /** The attempt number of an event that concerns the run, not one of its attempts. */
  public static final int WHOLE_RUN = 0;

  /**
   * @throws IllegalArgumentException if the time or the attempt is negative
   */
  public Stamp {
    if (atNanos < 0) {
      throw new IllegalArgumentException("atNanos must not be negative, but was " + atNanos);
    }
    if (attempt < WHOLE_RUN) {
      throw new IllegalArgumentException("attempt must not be negative, but was " + attempt);
    }
  }
}
