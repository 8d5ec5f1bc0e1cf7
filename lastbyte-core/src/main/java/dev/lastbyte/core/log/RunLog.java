// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.log;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The bounded events of one run in the order of their time. A value: everything that is said of a
 * run is computed from it, and can be computed again.
 *
 * @param events in order of time; events of one instant keep the order in which they were recorded
 * @param dropped how many events are not here because bounds let them go: {@value
 *     #MAX_EVENTS_PER_ATTEMPT} an attempt, and those of attempts and of events in all that the
 *     recorder or the reader has. Above 0 the log proves no absence: a tool may have run unseen
 */
public record RunLog(RunHeader header, List<RunEvent> events, long dropped) {

  /** The most events kept of one attempt, and of the run as a whole beside its attempts. */
  public static final int MAX_EVENTS_PER_ATTEMPT = 256;

  private static final Comparator<RunEvent> BY_TIME = Comparator.comparingLong(RunEvent::atNanos);

  /** Puts the events in order of time. */
  public RunLog {
    events = inOrder(events);
  }

  /** The same run with more events, each at its place in time. */
  public RunLog plus(List<RunEvent> more) {
    List<RunEvent> all = new ArrayList<>(events.size() + more.size());
    all.addAll(events);
    all.addAll(more);
    return new RunLog(header, all, dropped);
  }

  /** The numbers of the attempts that left an event, ascending. */
  public List<Integer> attempts() {
    var attempts = new TreeSet<Integer>();
    int before = Stamp.WHOLE_RUN;
    for (RunEvent event : events) {
      int attempt = event.attempt();
      if (attempt != before && attempt != Stamp.WHOLE_RUN) {
        attempts.add(attempt);
      }
      before = attempt;
    }
    return List.copyOf(attempts);
  }

  private static List<RunEvent> inOrder(List<RunEvent> events) {
    RunEvent[] sorted = events.toArray(RunEvent[]::new);
    if (sorted.length <= MAX_EVENTS_PER_ATTEMPT) {
      sortNearlySorted(sorted);
    } else {
      Arrays.sort(sorted, BY_TIME);
    }
    return List.of(sorted);
  }

  /** By insertion: what a recorder gives is in order but for the few events of its meters. */
  private static void sortNearlySorted(RunEvent[] events) {
    long[] times = new long[events.length];
    for (int i = 0; i < events.length; i++) {
      RunEvent event = events[i];
      long time = event.atNanos();
      int at = i;
      while (at > 0 && times[at - 1] > time) {
        times[at] = times[at - 1];
        events[at] = events[at - 1];
        at--;
      }
      times[at] = time;
      events[at] = event;
    }
  }
}
