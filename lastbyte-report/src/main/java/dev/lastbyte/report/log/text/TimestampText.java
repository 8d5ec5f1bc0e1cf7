// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.concurrent.TimeUnit;

/** A moment of UTC as RFC 3339 has it, to the millisecond: {@code 2026-11-22T18:48:02.543Z}. */
final class TimestampText {

  private static final DateTimeFormatter ANY =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private static final long MILLIS_PER_DAY = TimeUnit.DAYS.toMillis(1);
  private static final long MILLIS_PER_HOUR = TimeUnit.HOURS.toMillis(1);
  private static final long MILLIS_PER_MINUTE = TimeUnit.MINUTES.toMillis(1);
  private static final long MILLIS_PER_SECOND = TimeUnit.SECONDS.toMillis(1);
  private static final long MINUTES_PER_HOUR = 60;
  private static final long SECONDS_PER_MINUTE = 60;
  private static final int LAST_YEAR_OF_FOUR_DIGITS = 9_999;

  private TimestampText() {}

  /** Writes it. By hand, since a formatter costs as much as a tenth of a whole log. */
  static void write(long epochMillis, AsciiBuffer out) {
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(epochMillis, MILLIS_PER_DAY));
    if (day.getYear() < 0 || day.getYear() > LAST_YEAR_OF_FOUR_DIGITS) {
      out.text(ANY.format(Instant.ofEpochMilli(epochMillis)));
      return;
    }
    long millis = Math.floorMod(epochMillis, MILLIS_PER_DAY);
    out.number(day.getYear(), 4).text("-");
    out.number(day.getMonthValue(), 2).text("-");
    out.number(day.getDayOfMonth(), 2).text("T");
    out.number(millis / MILLIS_PER_HOUR, 2).text(":");
    out.number(millis / MILLIS_PER_MINUTE % MINUTES_PER_HOUR, 2).text(":");
    out.number(millis / MILLIS_PER_SECOND % SECONDS_PER_MINUTE, 2).text(".");
    out.number(millis % MILLIS_PER_SECOND, 3).text("Z");
  }
}
