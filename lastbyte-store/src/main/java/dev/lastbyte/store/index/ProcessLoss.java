// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunLog;
import java.util.List;

/** What is to be said of a run whose process died before it ended. */
public final class ProcessLoss {

  private ProcessLoss() {}

  /**
   * The log with its {@link ProcessLost}, in the last attempt that had begun. It stands at the time
   * of the last that was seen: later is not known.
   */
  public static RunLog in(RunLog log) {
    List<Integer> attempts = log.attempts();
    int attempt = attempts.isEmpty() ? Stamp.WHOLE_RUN : attempts.getLast();
    var lost = new Stamp(lastSeen(log), attempt, Vantage.GATEWAY_UP);
    return log.plus(List.of(new ProcessLost(lost)));
  }

  /** Content that flowed is one event, which stands where it began. */
  private static long lastSeen(RunLog log) {
    long last = 0;
    for (RunEvent event : log.events()) {
      long at = event instanceof ContentFlowed flowed ? flowed.lastAtNanos() : event.atNanos();
      last = Math.max(last, at);
    }
    return last;
  }
}
