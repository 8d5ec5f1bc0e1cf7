// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Warns of a problem that lasts: when it begins, and then once a minute at most. Its numbers grow
 * with every run, and a line for each would bury all else. Another problem, told by other words, is
 * warned of at once. Thread-safe.
 */
public final class ThrottledWarnings {

  private static final int MAX_PROBLEMS = 64;

  private static final Pattern NUMBERS = Pattern.compile("[0-9]+");

  private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

  private final Terminal terminal;
  private final LongSupplier nanos;
  private final Map<String, Long> warnedAtNanos =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MAX_PROBLEMS;
        }
      };

  public ThrottledWarnings(Terminal terminal) {
    this(terminal, System::nanoTime);
  }

  /**
   * @param nanos the time, on a clock that only goes forward
   */
  ThrottledWarnings(Terminal terminal, LongSupplier nanos) {
    this.terminal = terminal;
    this.nanos = nanos;
  }

  public synchronized void warn(String warning) {
    long now = nanos.getAsLong();
    String words = NUMBERS.matcher(warning).replaceAll("");
    Long before = warnedAtNanos.get(words);
    if (before == null || now - before >= QUIET_NANOS) {
      warnedAtNanos.put(words, now);
      terminal.warn(warning);
    }
  }
}
