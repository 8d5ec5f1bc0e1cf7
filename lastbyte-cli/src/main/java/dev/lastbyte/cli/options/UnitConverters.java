// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.options;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number with its unit. */
final class UnitConverters {

  private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,8})([a-z]+)");

  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

  private static final Map<String, Long> BYTES =
      Map.of("kb", 1_000L, "mb", 1_000_000L, "gb", 1_000_000_000L, "tb", 1_000_000_000_000L);

  private UnitConverters() {}

  /** A duration, such as {@code 500ms}, {@code 30s} or {@code 30d}. */
  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String given) {
      return Duration.ofMillis(
          read(given, MILLIS, "a time is a number with ms, s, m, h or d, for example 30d"));
    }
  }

  /** A size, such as {@code 500MB}; its units are powers of a thousand. */
  static final class ByteSizeConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String given) {
      return read(given, BYTES, "a size is a number with kB, MB, GB or TB, for example 2GB");
    }
  }

  private static long read(String given, Map<String, Long> units, String right) {
    Matcher amount = SHAPE.matcher(given.toLowerCase(Locale.ROOT));
    Long unit = amount.matches() ? units.get(amount.group(2)) : null;
    if (unit == null) {
      throw new TypeConversionException(right + ", but was '" + given + "'");
    }
    return Long.parseLong(amount.group(1)) * unit;
  }
}
