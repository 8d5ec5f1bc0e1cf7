// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.ConnectionEvent.Connected;
import dev.lastbyte.core.event.ConnectionEvent.DialStarted;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LocalEvent.OutputRetracted;
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

/**
 * The events that concern one attempt: its own, and those of the run as a whole that came before
 * the next attempt began. A counter that counted nothing is no event.
 */
final class AttemptEvents {

  private final int attempt;
  private final boolean incomplete;
  private final List<Seen<RunEvent>> events = new ArrayList<>();
  private boolean followed;
  private @Nullable Seen<OutputRetracted> lastRetraction;
  private @Nullable Long dialRoundTripNanos;
  private long dialledAtNanos = -1;

  AttemptEvents(RunLog log, int attempt) {
    this.attempt = attempt;
    this.incomplete = log.dropped() > 0;
    int id = 0;
    for (RunEvent event : log.events()) {
      id++;
      followed |= event instanceof AttemptStarted && event.attempt() > attempt;
      if (concerns(event)) {
        events.add(new Seen<>(id, event));
      }
      if (event instanceof OutputRetracted retracted) {
        lastRetraction = new Seen<>(id, retracted);
      }
      watchDial(event);
    }
  }

  private boolean concerns(RunEvent event) {
    boolean ours = event.attempt() == attempt || (event.attempt() == Stamp.WHOLE_RUN && !followed);
    return ours && !(event instanceof ContentFlowed flow && flow.count() == 0);
  }

  private void watchDial(RunEvent event) {
    if (event instanceof DialStarted) {
      dialledAtNanos = event.atNanos();
    } else if (event instanceof Connected && dialledAtNanos >= 0) {
      dialRoundTripNanos = event.atNanos() - dialledAtNanos;
    }
  }

  int attempt() {
    return attempt;
  }

  /** Whether events of the run are missing, of whichever attempt. */
  boolean areIncomplete() {
    return incomplete;
  }

  /** Whether another attempt began after this one. */
  boolean wereFollowed() {
    return followed;
  }

  /** The last time that the application took back what it had shown, in whichever attempt. */
  @Nullable Seen<OutputRetracted> lastRetraction() {
    return lastRetraction;
  }

  /** How long the run's latest dial took, or null if none was seen. */
  @Nullable Long dialRoundTripNanos() {
    return dialRoundTripNanos;
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
