// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.store.RunStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The runs of a command that are over. Thread-safe. */
final class EndedRuns {

  /** More are not open at once, unless a client opens them without end. */
  private static final int MAX_LEFT = 1_024;

  private record Left(RunLog log, long endedAtNanos) {}

  private final List<Token> ids = new ArrayList<>();
  private final Deque<Left> left = new ArrayDeque<>();

  /** One has just ended. */
  synchronized void add(RunLog log) {
    ids.add(log.header().run());
    if (log.events().stream().anyMatch(EndedRuns::isClosedByClient)) {
      if (left.size() == MAX_LEFT) {
        left.removeFirst();
      }
      left.add(new Left(log, System.nanoTime()));
    }
  }

  /** Their ids, in the order of their ends. */
  synchronized List<Token> ids() {
    return List.copyOf(ids);
  }

  /** Adds to the runs whose client had gone who wanted it so, where the command's end tells. */
  synchronized void explainAborts(CommandEnd end, RunStore store) {
    for (Left run : left) {
      AbortRequested abort = AbortProvenance.of(run.log(), run.endedAtNanos(), end);
      if (abort != null) {
        store.append(run.log().header().run(), List.of(abort));
      }
    }
  }

  private static boolean isClosedByClient(Object event) {
    return event instanceof CloseEvent closed
        && closed.byPeer()
        && closed.vantage() == Vantage.GATEWAY_DOWN;
  }
}
