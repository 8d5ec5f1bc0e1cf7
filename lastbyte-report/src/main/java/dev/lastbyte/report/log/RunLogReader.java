// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one run log line by line. Used once, by one thread. */
final class RunLogReader {

  private final Lines lines;
  private final Notes notes = new Notes();
  private final List<RunEvent> events = new ArrayList<>();
  private final Set<Long> ids = new HashSet<>();
  private final Map<Integer, Integer> perAttempt = new HashMap<>();
  private long overBound;

  RunLogReader(InputStream in) {
    this.lines = new Lines(in);
  }

  Decoded read() throws IOException {
    Map<String, Object> first = firstLine();
    RunHeader header = HeaderReader.header(first);
    long dropped = HeaderReader.dropped(first);
    HeaderReader.unknownFields(first).forEach(field -> note(Note.Kind.UNKNOWN_FIELD));
    while (lines.advance()) {
      line();
    }
    if (lines.cut()) {
      note(Note.Kind.CUT);
    }
    return new Decoded(new RunLog(header, events, dropped + overBound), notes.all());
  }

  /** The first line that is not blank; without fields if it is no object. */
  private Map<String, Object> firstLine() throws IOException {
    while (lines.advance()) {
      if (!blank()) {
        Map<String, Object> object = object();
        return object == null ? Map.of() : object;
      }
    }
    throw new RunLogFormatException("not a run log: it is empty");
  }

  private void line() throws IOException {
    if (blank()) {
      return;
    }
    if (lines.tooLong()) {
      note(Note.Kind.LONG_LINE);
      return;
    }
    Map<String, Object> object = object();
    if (object == null) {
      note(Note.Kind.BROKEN_LINE);
    } else {
      event(object);
    }
  }

  private void event(Map<String, Object> object) {
    Long id = object.get("id") instanceof Long number ? number : null;
    if (id != null && ids.contains(id)) {
      note(Note.Kind.DUPLICATE);
      return;
    }
    RunEvent event = EventReader.event(object, this::note);
    if (event != null && keep(event) && id != null) {
      ids.add(id);
    }
  }

  private boolean keep(RunEvent event) {
    int ofAttempt = perAttempt.getOrDefault(event.attempt(), 0);
    if (events.size() >= RunLogCodec.MAX_EVENTS
        || ofAttempt >= RunLogCodec.MAX_EVENTS_PER_ATTEMPT) {
      overBound++;
      note(Note.Kind.OVER_BOUND);
      return false;
    }
    perAttempt.put(event.attempt(), ofAttempt + 1);
    events.add(event);
    return true;
  }

  private @Nullable Map<String, Object> object() {
    return lines.tooLong() ? null : Json.object(lines.bytes(), lines.length());
  }

  private boolean blank() {
    for (int i = 0; i < lines.length(); i++) {
      if (lines.bytes()[i] != '\r' && lines.bytes()[i] != ' ' && lines.bytes()[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private void note(Note.Kind kind) {
    notes.add(kind, lines.number());
  }
}
