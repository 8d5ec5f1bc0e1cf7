// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.text;

import dev.lastbyte.core.log.RunLog;

/** The version of the run log's format and the bounds within which it is read. */
public final class RunLogLimits {

  /** The version of the format that is written. */
  public static final int VERSION = 2;

  /** The oldest version of the format that is read. */
  public static final int OLDEST_VERSION = 1;

  /** The longest line that is read, in bytes without its end. */
  public static final int MAX_LINE_BYTES = 64 * 1024;

  /** The most bytes that are read of one run log. */
  public static final long MAX_BYTES = 64L * 1024 * 1024;

  /** The most events that are read of one run log. */
  public static final int MAX_EVENTS = 16_384;

  /**
   * The most events that are read of one attempt: what a log keeps, and a few dozen counters of
   * content (one a kind and vantage), which stand beside that bound.
   */
  public static final int MAX_EVENTS_PER_ATTEMPT = RunLog.MAX_EVENTS_PER_ATTEMPT + 64;

  /** The most attempts of which events are read of one run log. */
  public static final int MAX_ATTEMPTS = 1_024;

  /** The largest number read: the sum of two still fits a long; as nanoseconds, 146 years. */
  public static final long MAX_NUMBER = 1L << 62;

  private RunLogLimits() {}
}
