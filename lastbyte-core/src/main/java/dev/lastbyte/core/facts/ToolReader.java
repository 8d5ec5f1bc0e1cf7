// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolMaterialised;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolRepeated;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.facts.ToolCall.State;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads every tool call, and how far each came: the wire names them first, the application goes on.
 *
 * <p>A report without an id is joined to a call only as far as it cannot be about another one that
 * matters more: two such starts are two executions, and an end belongs to the execution that needs
 * the least care.
 */
final class ToolReader {

  private final List<OpenCall> calls = new ArrayList<>();

  private ToolReader() {}

  static List<ToolCall> read(AttemptEvents events) {
    var reader = new ToolReader();
    events.all().forEach(reader::add);
    return reader.calls.stream().map(OpenCall::call).toList();
  }

  private void add(Seen<RunEvent> seen) {
    OpenCall call = told(seen.event());
    if (call != null) {
      call.toldBy(seen.id());
    }
  }

  private @Nullable OpenCall told(RunEvent event) {
    return switch (event) {
      case ToolCallStarted started -> onTheWire(started);
      case ToolCallReady ready -> numbered(ready.index()).ready(ready.arguments());
      case ToolMaterialised task ->
          forNext(task.call(), call -> !call.wasStarted())
              .reached(State.READY)
              .declares(task.effect());
      case ToolStarted started ->
          forNext(started.call(), call -> !call.wasStarted())
              .started(started.effect(), started.vantage());
      case ToolEnded ended -> ended(ended.call(), ended.outcome());
      case ToolResultSent sent -> resultOf(sent.call()).reached(State.REPORTED);
      case ToolRepeated repeated -> resultOf(repeated.call()).ranBefore();
      default -> null; // Not about a tool.
    };
  }

  private OpenCall onTheWire(ToolCallStarted event) {
    OpenCall known =
        last(call -> call.isToldAgain(event.index(), event.call(), event.tool(), event.vantage()));
    return known != null
        ? known
        : added(new OpenCall(event.index(), event.call(), event.tool(), event.vantage()));
  }

  private OpenCall numbered(int number) {
    OpenCall known = last(call -> call.isNumber(number));
    return known != null ? known : added(new OpenCall(number, null, null, null));
  }

  /** The call that is about to begin. */
  private OpenCall forNext(@Nullable Token id, Predicate<OpenCall> waits) {
    if (id != null) {
      OpenCall waiting = first(call -> call.has(id) && waits.test(call));
      OpenCall known = waiting != null ? waiting : last(call -> call.has(id));
      return known != null ? known : unheardOf(id);
    }
    OpenCall waiting = first(call -> call.isOnTheWire() && waits.test(call));
    if (waiting == null) {
      return unheardOf(null);
    }
    return calls.stream().filter(OpenCall::isOnTheWire).count() > 1 ? waiting.nameless() : waiting;
  }

  private @Nullable OpenCall ended(@Nullable Token id, ToolOutcome outcome) {
    boolean ran =
        switch (outcome) {
          case DONE, FAILED, TIMED_OUT, INTERRUPTED -> true;
          case INVALID_ARGUMENTS, DROPPED -> false;
        };
    if (id == null && !ran && calls.size() > 1) {
      return null; // Which of them did not run is not said.
    }
    return running(id).reached(stateOf(outcome));
  }

  private OpenCall running(@Nullable Token id) {
    return which(id, OpenCall::isRunning);
  }

  private OpenCall resultOf(@Nullable Token id) {
    boolean ended = first(OpenCall::hasResult) != null;
    return which(id, ended ? OpenCall::hasResult : OpenCall::isRunning);
  }

  /** The call of that id that is at that point; without an id, the one that needs least care. */
  private OpenCall which(@Nullable Token id, Predicate<OpenCall> isAtThatPoint) {
    if (id != null) {
      OpenCall there = last(call -> call.has(id) && isAtThatPoint.test(call));
      OpenCall known = there != null ? there : last(call -> call.has(id));
      return known != null ? known : unheardOf(id);
    }
    OpenCall least = null;
    for (OpenCall call : calls) {
      if (isAtThatPoint.test(call) && (least == null || least.needsMoreCareThan(call))) {
        least = call;
      }
    }
    if (least != null) {
      return least;
    }
    return calls.size() == 1 ? calls.getFirst() : unheardOf(null);
  }

  private @Nullable OpenCall first(Predicate<OpenCall> which) {
    return calls.stream().filter(which).findFirst().orElse(null);
  }

  private @Nullable OpenCall last(Predicate<OpenCall> which) {
    return calls.reversed().stream().filter(which).findFirst().orElse(null);
  }

  private OpenCall unheardOf(@Nullable Token id) {
    return added(new OpenCall(OpenCall.NOT_ON_THE_WIRE, id, null, null));
  }

  private OpenCall added(OpenCall call) {
    calls.add(call);
    return call;
  }

  private static State stateOf(ToolOutcome outcome) {
    return switch (outcome) {
      case DONE -> State.DONE;
      case FAILED -> State.FAILED;
      case TIMED_OUT -> State.TIMED_OUT;
      case INTERRUPTED -> State.INTERRUPTED;
      case INVALID_ARGUMENTS -> State.REJECTED;
      case DROPPED -> State.DROPPED;
    };
  }
}
