// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pauses as providers write them, in nanoseconds: never negative, and at most a hundred days. */
public final class RetryDelays {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(?:\\.\\d{0,18})?");
  private static final Pattern PART =
      Pattern.compile(
          "[ ,]*(?:and +)?(\\d{1,9}(?:\\.\\d{1,9})?|an?) ?"
              + "(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?"
              + "|毫秒|秒|分钟?|个?小时|天)"
              + "(?![a-z])");

  /** Dates in HTTP (RFC 9110 §5.6.7): what is sent now, and two forms that must be understood. */
  private static final List<DateTimeFormatter> HTTP_DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(1970, 1, 1))
              .appendPattern(" HH:mm:ss zzz")
              .toFormatter(Locale.ENGLISH),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
              .withZone(ZoneOffset.UTC));

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double LONGEST = NANOS_PER_SECOND * TimeUnit.DAYS.toSeconds(100);

  /**
   * Above this a number of seconds is a date since 1970, above its thousandfold in milliseconds.
   */
  private static final double EARLIEST_DATE = 1e9;

  private RetryDelays() {}

  /** A number of milliseconds, as {@code retry-after-ms} has it. */
  public static @Nullable Long ofMillis(@Nullable String text) {
    return number(text, NANOS_PER_MILLI);
  }

  /** A number of seconds, with or without a fraction. */
  public static @Nullable Long ofSeconds(@Nullable String text) {
    return number(text, NANOS_PER_SECOND);
  }

  /** {@code Retry-After} (RFC 9110 §10.2.3): seconds, fractions allowed, or a date. */
  public static @Nullable Long ofRetryAfter(@Nullable String text, LongSupplier epochMillis) {
    Long seconds = ofSeconds(text);
    if (seconds != null || text == null) {
      return seconds;
    }
    for (DateTimeFormatter form : HTTP_DATES) {
      Long wish = untilDate(text, form, epochMillis);
      if (wish != null) {
        return wish;
      }
    }
    return null;
  }

  private static @Nullable Long untilDate(
      String text, DateTimeFormatter form, LongSupplier epochMillis) {
    try {
      return until(form.parse(text.strip(), Instant::from).toEpochMilli(), epochMillis);
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  /**
   * When a limit resets, in any of the ways in use: a duration ({@code 6m0s}), seconds, seconds or
   * milliseconds since 1970, a date (RFC 3339).
   */
  public static @Nullable Long ofReset(@Nullable String text, LongSupplier epochMillis) {
    if (text == null) {
      return null;
    }
    if (!NUMBER.matcher(text).matches()) {
      Long duration = ofDuration(text);
      return duration == null ? untilInstant(text, epochMillis) : duration;
    }
    double number = Double.parseDouble(text);
    if (number < EARLIEST_DATE) {
      return bounded(number * NANOS_PER_SECOND);
    }
    return until((long) (number < EARLIEST_DATE * 1000 ? number * 1000 : number), epochMillis);
  }

  /**
   * A duration at the start of a text: {@code 350ms}, {@code 1m30s}, {@code 3 s}, {@code 26
   * seconds}; what follows it does not matter. Null if there is none.
   */
  public static @Nullable Long ofDuration(String text) {
    Matcher part = PART.matcher(text);
    double nanos = 0;
    int at = 0;
    while (part.region(at, text.length()).lookingAt()) {
      double count = part.group(1).startsWith("a") ? 1 : Double.parseDouble(part.group(1));
      nanos += count * nanosPer(part.group(2));
      at = part.end();
    }
    return at == 0 ? null : bounded(nanos);
  }

  private static double nanosPer(String unit) {
    if (unit.startsWith("ms") || unit.startsWith("mil") || unit.equals("毫秒")) {
      return NANOS_PER_MILLI;
    }
    return switch (unit.charAt(0)) {
      case 's', '秒' -> NANOS_PER_SECOND;
      case 'm', '分' -> NANOS_PER_SECOND * TimeUnit.MINUTES.toSeconds(1);
      case 'h', '个', '小' -> NANOS_PER_SECOND * TimeUnit.HOURS.toSeconds(1);
      default -> NANOS_PER_SECOND * TimeUnit.DAYS.toSeconds(1);
    };
  }

  private static @Nullable Long number(@Nullable String text, double nanosPerUnit) {
    return text == null || !NUMBER.matcher(text).matches()
        ? null
        : Long.valueOf(bounded(Double.parseDouble(text) * nanosPerUnit));
  }

  private static @Nullable Long untilInstant(String text, LongSupplier epochMillis) {
    return untilDate(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME, epochMillis);
  }

  private static long until(long dateMillis, LongSupplier epochMillis) {
    return bounded((dateMillis - (double) epochMillis.getAsLong()) * NANOS_PER_MILLI);
  }

  private static long bounded(double nanos) {
    return (long) Math.clamp(nanos, 0, LONGEST);
  }
}
