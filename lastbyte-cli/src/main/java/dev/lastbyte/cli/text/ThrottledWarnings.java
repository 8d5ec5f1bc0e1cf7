// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Complains of a trouble that lasts: when it begins, and then once a minute at most. Its numbers
 * grow with every run, and a line for each would bury all else. Thread-safe.
 */
public final class ThrottledWarnings {

  private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

  private final Terminal terminal;
  private final LongSupplier nanos;
  private @Nullable Long warnedAtNanos;

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
    if (warnedAtNanos == null || now - warnedAtNanos >= QUIET_NANOS) {
      warnedAtNanos = now;
      terminal.warn(warning);
    }
  }
}
