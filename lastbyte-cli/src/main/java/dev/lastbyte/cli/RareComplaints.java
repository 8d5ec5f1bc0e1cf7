// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Complains of a trouble that lasts: when it begins, and then once a minute at most. Its numbers
 * grow with every run, and a line for each would bury all else. Thread-safe.
 */
final class RareComplaints {

  private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

  private final Terminal terminal;
  private final LongSupplier nanos;
  private @Nullable Long saidAtNanos;

  RareComplaints(Terminal terminal) {
    this(terminal, System::nanoTime);
  }

  /**
   * @param nanos the time, on a clock that only goes forward
   */
  RareComplaints(Terminal terminal, LongSupplier nanos) {
    this.terminal = terminal;
    this.nanos = nanos;
  }

  synchronized void say(String trouble) {
    long now = nanos.getAsLong();
    if (saidAtNanos == null || now - saidAtNanos >= QUIET_NANOS) {
      saidAtNanos = now;
      terminal.complain(trouble);
    }
  }
}
