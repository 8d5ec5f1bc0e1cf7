// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import dev.lastbyte.wire.http.HeaderFields;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The server's wish for a pause: {@code retry-after-ms}, else {@code retry-after} in seconds, with
 * fractions, or as a date (RFC 9110 §10.2.3).
 */
final class RetryAfter {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private RetryAfter() {}

  /** The pause in nanoseconds, never negative; null if there is none, or none that can be read. */
  static @Nullable Long nanos(HeaderFields fields, LongSupplier epochMillis) {
    Long millis = number(fields.first("retry-after-ms"), NANOS_PER_MILLI);
    if (millis != null) {
      return millis;
    }
    String value = fields.first("retry-after");
    Long seconds = number(value, NANOS_PER_SECOND);
    return seconds != null || value == null ? seconds : untilDate(value, epochMillis);
  }

  private static @Nullable Long number(@Nullable String value, double nanosPerUnit) {
    if (value == null || value.isEmpty() || !value.chars().allMatch(RetryAfter::isOfNumber)) {
      return null;
    }
    try {
      return (long) (Double.parseDouble(value) * nanosPerUnit);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isOfNumber(int c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  private static @Nullable Long untilDate(String value, LongSupplier epochMillis) {
    try {
      long date =
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant()
              .toEpochMilli();
      return TimeUnit.MILLISECONDS.toNanos(Math.max(0, date - epochMillis.getAsLong()));
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }
}
