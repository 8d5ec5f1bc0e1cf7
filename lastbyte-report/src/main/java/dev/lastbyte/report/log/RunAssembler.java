// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.log.text.RunLogLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts one run together from its lines, within its bounds. Used once, by one thread. */
final class RunAssembler {

  private final RunHeader header;
  private final long dropped;
  private final ReadProblems problems = new ReadProblems();
  private final List<RunEvent> events = new ArrayList<>();
  private final Set<Long> ids = new HashSet<>();
  private final Map<Integer, Integer> perAttempt = new HashMap<>();
  private long overBound;
  private long latest;

  RunAssembler(RunHeader header, long dropped) {
    this.header = header;
    this.dropped = dropped;
  }

  /**
   * The run that a line begins.
   *
   * @throws RunLogFormatException if the line is no header of this version
   */
  static RunAssembler under(Map<String, Object> line, long number) throws RunLogFormatException {
    var run = new RunAssembler(HeaderReader.header(line), HeaderReader.dropped(line));
    HeaderReader.unknownFields(line)
        .forEach(field -> run.problems.add(ReadProblem.Kind.UNKNOWN_FIELD, number));
    return run;
  }

  /** Hears what of this run could not be used. */
  ReadProblems notes() {
    return problems;
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  void add(Map<String, Object> line, long number) {
    Long id = line.get("id") instanceof Long given ? given : null;
    if (id != null && ids.contains(id)) {
      problems.add(ReadProblem.Kind.DUPLICATE, number);
      return;
    }
    RunEvent event = EventReader.event(line, kind -> problems.add(kind, number));
    if (event != null && keep(event, number) && id != null) {
      ids.add(id);
    }
  }

  DecodedRunLog decoded() {
    return new DecodedRunLog(new RunLog(header, events, dropped + overBound), problems.all());
  }

  private boolean keep(RunEvent event, long number) {
    if (!hasRoomFor(event)) {
      overBound++;
      problems.add(ReadProblem.Kind.OVER_BOUND, number);
      return false;
    }
    if (event.atNanos() < latest) {
      problems.add(ReadProblem.Kind.OUT_OF_ORDER, number);
    }
    latest = Math.max(latest, event.atNanos());
    perAttempt.merge(event.attempt(), 1, Integer::sum);
    return events.add(event);
  }

  private boolean hasRoomFor(RunEvent event) {
    Integer ofAttempt = perAttempt.get(event.attempt());
    boolean attemptHasRoom =
        ofAttempt == null
            ? perAttempt.size() < RunLogLimits.MAX_ATTEMPTS
            : ofAttempt < RunLogLimits.MAX_EVENTS_PER_ATTEMPT;
    return attemptHasRoom && events.size() < RunLogLimits.MAX_EVENTS;
  }
}
