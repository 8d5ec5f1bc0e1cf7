// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.log;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Vantage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one attempt: its first and its last ones, and one meter a vantage. What a run died
 * of stands at its end, how it began at its start; what has to go, goes from the middle, and is
 * counted. Not thread-safe.
 */
final class EventBuffer {

  private static final int HEAD = RunLog.MAX_EVENTS_PER_ATTEMPT / 2;
  private static final int TAIL = RunLog.MAX_EVENTS_PER_ATTEMPT - HEAD;

  private final List<RunEvent> head = new ArrayList<>(16);
  private final ArrayDeque<RunEvent> tail = new ArrayDeque<>(0);
  private final List<ContentMeter> meters = new ArrayList<>(1);
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

  /** The one counter of this attempt as that vantage sees it. */
  ContentMeter meter(int attempt, Vantage vantage) {
    for (ContentMeter meter : meters) {
      if (meter.vantage() == vantage) {
        return meter;
      }
    }
    var meter = new ContentMeter(attempt, vantage);
    meters.add(meter);
    return meter;
  }

  void copyTo(List<RunEvent> out) {
    out.addAll(head);
    out.addAll(tail);
  }

  void copyMetersTo(List<RunEvent> out) {
    meters.forEach(meter -> meter.copyTo(out));
  }

  /** How many events were recorded, kept or not; a meter that may yet count makes at least one. */
  long recorded() {
    List<RunEvent> counted = new ArrayList<>();
    copyMetersTo(counted);
    return head.size() + tail.size() + dropped + Math.max(meters.size(), counted.size());
  }

  long dropped() {
    return dropped;
  }
}
