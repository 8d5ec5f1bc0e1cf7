// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.core.log.RunClock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Counts the connections to a listener with TLS that began with something else, most likely {@code
 * http} where {@code https} is spoken. They come from any peer that can connect, with a token or
 * without: so they are told in one line a minute, with their number. Thread-safe.
 */
public final class NonTlsClients {

  private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

  private final Consumer<String> warnings;
  private final RunClock clock;
  private long untold;
  private boolean told;
  private long toldAtNanos;

  /**
   * @param warnings takes a line that is fit to be shown
   */
  public NonTlsClients(Consumer<String> warnings, RunClock clock) {
    this.warnings = warnings;
    this.clock = clock;
  }

  /** One more. */
  synchronized void add() {
    untold++;
    long now = clock.nanos();
    if (told && now - toldAtNanos < QUIET_NANOS) {
      return;
    }
    warnings.accept(
        "clients that do not speak TLS, where https is served: "
            + untold
            + (told ? " since this was last said" : " so far"));
    told = true;
    toldAtNanos = now;
    untold = 0;
  }
}
