// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.admin;

import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LocalEvent;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.ToolEvent;
import dev.lastbyte.report.log.EventLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What an application tells of a run, as NDJSON: all of it is taken, or nothing. */
sealed interface ReportedEvents {

  /** The most events of one message. */
  int MAX_EVENTS = 256;

  /** They can be taken. */
  record Accepted(List<RunEvent> events) implements ReportedEvents {}

  /**
   * They cannot.
   *
   * @param line the line that is at fault, from 1
   * @param reason why, without any part of the line
   */
  record Rejected(int line, String reason) implements ReportedEvents {}

  /**
   * Reads a message.
   *
   * @param stamp when it came: an application's own idea of time and place is not asked for
   */
  static ReportedEvents parse(byte[] body, Stamp stamp) {
    List<RunEvent> events = new ArrayList<>();
    int number = 0;
    for (String line : new String(body, StandardCharsets.UTF_8).split("\r?\n", -1)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      if (events.size() == MAX_EVENTS) {
        return new Rejected(number, "a message may hold at most " + MAX_EVENTS + " events");
      }
      switch (EventLine.read(line, stamp)) {
        case LocalEvent local -> events.add(local);
        case ToolEvent tool -> events.add(tool);
        case RunEnded ended ->
            events.add(ended); // only the application knows that no further attempt follows
        case null -> {
          return new Rejected(number, "it is no event that we know, or lacks one of its fields");
        }
        default -> {
          return new Rejected(number, "only what the application itself did can be told");
        }
      }
    }
    return events.isEmpty() ? new Rejected(1, "it holds no event") : new Accepted(events);
  }
}
