// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.log;

import dev.lastbyte.core.event.RunEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one attempt: its first and its last ones. What a run died of stands at its end, how
 * it began at its start; what has to go, goes from the middle, and is counted. Not thread-safe.
 */
final class EventBuffer {

  private static final int HEAD = RunLog.MAX_EVENTS_PER_ATTEMPT / 2;
  private static final int TAIL = RunLog.MAX_EVENTS_PER_ATTEMPT - HEAD;

  private final List<RunEvent> head = new ArrayList<>(16);
  private final ArrayDeque<RunEvent> tail = new ArrayDeque<>(0);
  private long dropped;

  void add(RunEvent event) {
    if (head.size() < HEAD) {
      head.add(event);
      return;
    }
    if (tail.size() == TAIL) {
      tail.removeFirst();
      dropped++;
    }
    tail.addLast(event);
  }

  void copyTo(List<RunEvent> out) {
    out.addAll(head);
    out.addAll(tail);
  }

  long dropped() {
    return dropped;
  }
}
