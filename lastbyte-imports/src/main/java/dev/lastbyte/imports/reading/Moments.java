// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.reading;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Moments as texts spell them. */
public final class Moments {

  /** The end of the year 9999: a moment beyond it is none. */
  public static final long LATEST_EPOCH_MILLIS = 253_402_300_799_999L;

  private Moments() {}

  /**
   * Milliseconds since 1970-01-01T00:00Z of an ISO 8601 text with its offset; null if it is none.
   */
  public static @Nullable Long epochMillis(String text) {
    try {
      long millis = OffsetDateTime.parse(text).toInstant().toEpochMilli();
      return millis < 0 || millis > LATEST_EPOCH_MILLIS ? null : Long.valueOf(millis);
    } catch (DateTimeException e) {
      return null;
    } catch (ArithmeticException e) {
      return null;
    }
  }
}
