// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.log.text.RunLogLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts one run together from its lines, within its bounds. What of them cannot be used is an event
 * that is missing, since it may have been any. Used once, by one thread.
 */
final class RunAssembler {

  private static final long NANOS_A_MILLI = 1_000_000;

  /** An event under its number, and the header that it stood under. */
  private record Numbered(RunEvent event, int part) {}

  private final RunHeader header;
  private final ReadProblems problems = new ReadProblems();
  private final TreeMap<Integer, AttemptBuffer> attempts = new TreeMap<>();
  private final Map<Long, Numbered> ids = new LinkedHashMap<>();
  private long missing;
  private int held;
  private long latest;
  private int part;
  private long shiftNanos;

  RunAssembler(RunHeader header, long dropped) {
    this.header = header;
    this.missing = dropped;
  }

  /**
   * The run that a line begins.
   *
   * @throws RunLogFormatException if the line is no header of a version that is read
   */
  static RunAssembler under(Map<String, Object> line, long number) throws RunLogFormatException {
    var run = new RunAssembler(HeaderReader.header(line), HeaderReader.dropped(line));
    run.noteUnknownFields(line, number);
    return run;
  }

  /**
   * Goes on with another part of the same run, whose header this line is: its events' times count
   * from the start that it names.
   */
  void continuedBy(Map<String, Object> line, long number) throws RunLogFormatException {
    long started = HeaderReader.header(line).startedAtEpochMillis();
    shiftNanos = (started - header.startedAtEpochMillis()) * NANOS_A_MILLI;
    missing += HeaderReader.dropped(line);
    part++;
    noteUnknownFields(line, number);
  }

  private void noteUnknownFields(Map<String, Object> line, long number) {
    HeaderReader.unknownFields(line)
        .forEach(field -> problems.add(ReadProblem.Kind.UNKNOWN_FIELD, number));
  }

  /** Hears what of this run could not be used. */
  ReadProblems notes() {
    return problems;
  }

  /** Says that so many lines could not be used that may have been events of this run. */
  void misses(long lines) {
    missing += lines;
  }

  boolean isEmpty() {
    return held == 0;
  }

  /** How many events it holds. */
  int held() {
    return held;
  }

  void add(Map<String, Object> line, long number) {
    RunEvent event = EventReader.event(shifted(line), kind -> problems.add(kind, number));
    if (event == null) {
      missing++;
    } else if (line.get("id") instanceof Long id && isRead(id, event, number)) {
      problems.add(ReadProblem.Kind.DUPLICATE, number);
    } else {
      keep(event, number);
    }
  }

  /** The line with its times counted from the start of the run. */
  private Map<String, Object> shifted(Map<String, Object> line) {
    if (shiftNanos == 0) {
      return line;
    }
    Map<String, Object> shifted = new HashMap<>(line);
    shifted.replaceAll((name, value) ->
        name.endsWith("at_nanos") && value instanceof Long nanos
            ? (Object) Math.max(0, nanos + shiftNanos)
            : value);
    return shifted;
  }

  /** Whether that number stood for the very same event; of another one, it is no duplicate. */
  private boolean isRead(Long id, RunEvent event, long number) {
    Numbered known = ids.get(id);
    if (known == null) {
      remember(id, event);
      return false;
    }
    if (known.event().equals(event)) {
      return true;
    }
    if (known.part() == part) {
      problems.add(ReadProblem.Kind.ID_CONFLICT, number);
      missing++;
    }
    return false;
  }

  private void remember(Long id, RunEvent event) {
    if (ids.size() == RunLogLimits.MAX_EVENTS) {
      ids.remove(ids.keySet().iterator().next());
    }
    ids.put(id, new Numbered(event, part));
  }

  DecodedRunLog decoded() {
    List<AttemptBuffer.Placed> placed = new ArrayList<>(held);
    attempts.values().forEach(attempt -> attempt.copyTo(placed));
    placed.sort(Comparator.comparingLong(AttemptBuffer.Placed::line));
    List<RunEvent> events = placed.stream().map(AttemptBuffer.Placed::event).toList();
    return new DecodedRunLog(new RunLog(header, events, missing), problems.all());
  }

  private void keep(RunEvent event, long number) {
    makeRoomFor(event.attempt(), number);
    if (event.atNanos() < latest) {
      problems.add(ReadProblem.Kind.OUT_OF_ORDER, number);
    }
    latest = Math.max(latest, event.atNanos());
    AttemptBuffer buffer = attempts.computeIfAbsent(event.attempt(), first -> new AttemptBuffer());
    if (buffer.add(new AttemptBuffer.Placed(number, event))) {
      held++;
    } else {
      letGo(1, number);
    }
  }

  /** Lets go of the first attempts, where there is no room: how a run ended stands at its end. */
  private void makeRoomFor(int attempt, long number) {
    while (held >= RunLogLimits.MAX_EVENTS
        || (attempts.size() >= RunLogLimits.MAX_ATTEMPTS && !attempts.containsKey(attempt))) {
      Integer first = firstBeside(attempt);
      AttemptBuffer gone = first == null ? null : attempts.remove(first);
      if (gone == null) {
        return; // One attempt alone has room.
      }
      held -= gone.size();
      letGo(gone.size(), number);
    }
  }

  private @Nullable Integer firstBeside(int attempt) {
    for (Integer other : attempts.keySet()) {
      if (other != Stamp.WHOLE_RUN && other != attempt) {
        return other;
      }
    }
    return null;
  }

  private void letGo(int events, long number) {
    missing += events;
    for (int i = 0; i < events; i++) {
      problems.add(ReadProblem.Kind.OVER_BOUND, number);
    }
  }
}
