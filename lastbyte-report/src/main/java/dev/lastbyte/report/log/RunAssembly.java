// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts one run together from its lines, within its bounds. Used once, by one thread. */
final class RunAssembly {

  private final RunHeader header;
  private final long dropped;
  private final Notes notes = new Notes();
  private final List<RunEvent> events = new ArrayList<>();
  private final Set<Long> ids = new HashSet<>();
  private final Map<Integer, Integer> perAttempt = new HashMap<>();
  private long overBound;
  private long latest;

  RunAssembly(RunHeader header, long dropped) {
    this.header = header;
    this.dropped = dropped;
  }

  /**
   * The run that a line begins.
   *
   * @throws RunLogFormatException if the line is no header of this version
   */
  static RunAssembly under(Map<String, Object> line, long number) throws RunLogFormatException {
    var run = new RunAssembly(HeaderReader.header(line), HeaderReader.dropped(line));
    HeaderReader.unknownFields(line)
        .forEach(field -> run.notes.add(Note.Kind.UNKNOWN_FIELD, number));
    return run;
  }

  /** Hears what of this run could not be used. */
  Notes notes() {
    return notes;
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  void add(Map<String, Object> line, long number) {
    Long id = line.get("id") instanceof Long given ? given : null;
    if (id != null && ids.contains(id)) {
      notes.add(Note.Kind.DUPLICATE, number);
      return;
    }
    RunEvent event = EventReader.event(line, kind -> notes.add(kind, number));
    if (event != null && keep(event, number) && id != null) {
      ids.add(id);
    }
  }

  Decoded decoded() {
    return new Decoded(new RunLog(header, events, dropped + overBound), notes.all());
  }

  private boolean keep(RunEvent event, long number) {
    if (!hasRoomFor(event)) {
      overBound++;
      notes.add(Note.Kind.OVER_BOUND, number);
      return false;
    }
    if (event.atNanos() < latest) {
      notes.add(Note.Kind.OUT_OF_ORDER, number);
    }
    latest = Math.max(latest, event.atNanos());
    perAttempt.merge(event.attempt(), 1, Integer::sum);
    return events.add(event);
  }

  private boolean hasRoomFor(RunEvent event) {
    Integer ofAttempt = perAttempt.get(event.attempt());
    boolean attemptHasRoom =
        ofAttempt == null
            ? perAttempt.size() < RunLogCodec.MAX_ATTEMPTS
            : ofAttempt < RunLogCodec.MAX_EVENTS_PER_ATTEMPT;
    return attemptHasRoom && events.size() < RunLogCodec.MAX_EVENTS;
  }
}
