// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.diagnosis.KnownTimer;
import dev.lastbyte.core.diagnosis.KnownTimer.Clock;
import dev.lastbyte.core.diagnosis.KnownTimer.Stretch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Timers that are known in the field. */
public final class TimerWords {

  private TimerWords() {}

  /** What a timer measures. */
  public static String clock(Clock clock) {
    return switch (clock) {
      case IDLE -> "silence in bytes";
      case CONTENT -> "silence in content";
      case TOTAL -> "age of the request";
      case CONNECTION -> "age of the connection";
    };
  }

  /** When a timer runs. */
  public static String stretch(Stretch stretch) {
    return switch (stretch) {
      case DIAL -> "while connecting";
      case SEND -> "while the request is sent";
      case HEAD -> "before the response's head";
      case BODY -> "within the response";
      case KEPT -> "between two requests";
    };
  }

  /** Its value: {@code 60 s}, {@code 0.25 s}. */
  public static String value(KnownTimer timer) {
    return seconds(timer).toPlainString() + " s";
  }

  /** Its value in seconds, without digits that say nothing. */
  public static BigDecimal seconds(KnownTimer timer) {
    BigDecimal seconds = BigDecimal.valueOf(timer.value().toMillis(), 3).stripTrailingZeros();
    return seconds.scale() < 0 ? seconds.setScale(0, RoundingMode.UNNECESSARY) : seconds;
  }

  /** Which timers it may have been, in one line. */
  public static String names(List<KnownTimer> timers) {
    return timers.stream()
        .map(timer -> value(timer) + " of " + clock(timer.clock()) + ": " + timer.owner())
        .collect(Collectors.joining("; "));
  }
}
