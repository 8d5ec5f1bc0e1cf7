// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.log.RunLog;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The events that concern one attempt: its own, and those of the run as a whole. */
final class AttemptEvents {

  private final int attempt;
  private final boolean incomplete;
  private final List<Seen<RunEvent>> events = new ArrayList<>();

  AttemptEvents(RunLog log, int attempt) {
    this.attempt = attempt;
    this.incomplete = log.dropped() > 0;
    int id = 0;
    for (RunEvent event : log.events()) {
      id++;
      if (event.attempt() == attempt || event.attempt() == Stamp.WHOLE_RUN) {
        events.add(new Seen<>(id, event));
      }
    }
  }

  int attempt() {
    return attempt;
  }

  /** Whether the log let go of events, of whichever attempt. */
  boolean areIncomplete() {
    return incomplete;
  }

  List<Seen<RunEvent>> all() {
    return events;
  }

  <E extends RunEvent> @Nullable Seen<E> first(Class<E> type) {
    return first(type, event -> true);
  }

  <E extends RunEvent> @Nullable Seen<E> first(Class<E> type, Predicate<E> which) {
    boolean exact = isExact(type);
    for (int i = 0; i < events.size(); i++) {
      Seen<RunEvent> seen = events.get(i);
      if (isOf(type, exact, seen.event()) && which.test(type.cast(seen.event()))) {
        return new Seen<>(seen.id(), type.cast(seen.event()));
      }
    }
    return null;
  }

  <E extends RunEvent> List<Seen<E>> every(Class<E> type) {
    List<Seen<E>> found = new ArrayList<>();
    boolean exact = isExact(type);
    for (int i = 0; i < events.size(); i++) {
      Seen<RunEvent> seen = events.get(i);
      if (isOf(type, exact, seen.event())) {
        found.add(new Seen<>(seen.id(), type.cast(seen.event())));
      }
    }
    return found;
  }

  <E extends RunEvent> boolean has(Class<E> type) {
    return first(type) != null;
  }

  boolean flowed(Content kind) {
    return first(ContentFlowed.class, flow -> flow.content() == kind) != null;
  }

  /** The time of its first event, 0 if there is none. */
  long beganAtNanos() {
    for (Seen<RunEvent> seen : events) {
      if (seen.event().attempt() == attempt) {
        return seen.event().atNanos();
      }
    }
    return 0;
  }

  long lastAtNanos() {
    return events.isEmpty() ? 0 : events.getLast().event().atNanos();
  }

  /** Most questions are for one kind of event: then a look at its class is enough, and quicker. */
  private static boolean isExact(Class<?> type) {
    return Modifier.isFinal(type.getModifiers());
  }

  private static boolean isOf(Class<?> type, boolean exact, RunEvent event) {
    return exact ? event.getClass() == type : type.isInstance(event);
  }
}
