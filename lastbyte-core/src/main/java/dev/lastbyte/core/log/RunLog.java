// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.log;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bounded events of one run in the order of their time. A value: everything that is said of a
 * run is computed from it, and can be computed again.
 *
 * @param events in order of time; events of one instant keep the order in which they were recorded
 * @param dropped how many events the bound of {@value #MAX_EVENTS_PER_ATTEMPT} an attempt let go
 */
public record RunLog(RunHeader header, List<RunEvent> events, long dropped) {

  /** The most events kept of one attempt, and of the run as a whole beside its attempts. */
  public static final int MAX_EVENTS_PER_ATTEMPT = 256;

  /** Puts the events in order of time. */
  public RunLog {
    events = events.stream().sorted(Comparator.comparingLong(RunEvent::atNanos)).toList();
  }

  /** The same run with more events, each at its place in time. */
  public RunLog plus(List<RunEvent> more) {
    return new RunLog(header, Stream.concat(events.stream(), more.stream()).toList(), dropped);
  }

  /** The numbers of the attempts that left an event, ascending. */
  public List<Integer> attempts() {
    return events.stream()
        .map(RunEvent::attempt)
        .filter(attempt -> attempt != Stamp.WHOLE_RUN)
        .distinct()
        .sorted()
        .toList();
  }
}
