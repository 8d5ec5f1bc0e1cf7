// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunLog;
import java.util.List;

/** What is to be said of a run whose process died before it ended. */
final class ProcessLoss {

  private ProcessLoss() {}

  /**
   * The log with its {@link ProcessLost}, in the last attempt that had begun. It stands at the time
   * of the last event: later is not known.
   */
  static RunLog in(RunLog log) {
    List<Integer> attempts = log.attempts();
    int attempt = attempts.isEmpty() ? Stamp.WHOLE_RUN : attempts.getLast();
    long atNanos = log.events().isEmpty() ? 0 : log.events().getLast().atNanos();
    return log.plus(List.of(new ProcessLost(new Stamp(atNanos, attempt, Vantage.GATEWAY_UP))));
  }
}
