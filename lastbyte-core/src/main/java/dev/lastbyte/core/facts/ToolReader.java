// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads every tool call, and how far each came: the wire names them first, the application goes on.
 */
final class ToolReader {

  /** A call while it is being read. */
  private static final class Call {
    private final int number;
    private final @Nullable Token id;
    private final @Nullable Token name;
    private State state = State.BEGUN;
    private ToolEffect effect = ToolEffect.UNKNOWN;
    private int timesStarted;
    private int lastEvent;

    Call(int number, @Nullable Token id, @Nullable Token name) {
      this.number = number;
      this.id = id;
      this.name = name;
    }

    Call reached(State next) {
      if (next.compareTo(state) > 0) {
        state = next;
      }
      return this;
    }

    /** Its result is proof of one execution, and that of the equal call of another. */
    Call ranBefore() {
      timesStarted = Math.max(1, timesStarted) + 1;
      return reached(State.REPORTED);
    }

    Call started(ToolEffect declared) {
      effect = timesStarted == 0 ? declared : effect.orWorse(declared);
      timesStarted++;
      return reached(State.STARTED);
    }
  }

  private static final int NOT_ON_THE_WIRE = -1;

  private final List<Call> calls = new ArrayList<>();

  private ToolReader() {}

  static List<ToolCall> read(AttemptEvents events) {
    var reader = new ToolReader();
    events.all().forEach(reader::add);
    return reader.calls.stream()
        .map(c -> new ToolCall(c.id, c.name, c.state, c.effect, c.timesStarted, c.lastEvent))
        .toList();
  }

  private void add(Seen<RunEvent> seen) {
    Call call = told(seen.event());
    if (call != null) {
      call.lastEvent = seen.id();
    }
  }

  private @Nullable Call told(RunEvent event) {
    return switch (event) {
      case ToolCallStarted started ->
          added(new Call(started.index(), started.call(), started.tool()));
      case ToolCallReady ready -> numbered(ready.index()).reached(State.READY);
      case ToolMaterialised task -> named(task.call()).reached(State.READY);
      case ToolStarted started -> named(started.call()).started(started.effect());
      case ToolEnded ended -> named(ended.call()).reached(stateOf(ended.outcome()));
      case ToolResultSent sent -> named(sent.call()).reached(State.REPORTED);
      case ToolRepeated repeated -> named(repeated.call()).ranBefore();
      default -> null; // Not about a tool.
    };
  }

  private Call numbered(int number) {
    for (Call call : calls) {
      if (call.number == number) {
        return call;
      }
    }
    return added(new Call(number, null, null));
  }

  /** The call of that id; without an id, the last one that the wire told of. */
  private Call named(@Nullable Token id) {
    for (Call call : calls.reversed()) {
      if (id == null || id.equals(call.id)) {
        return call;
      }
    }
    return added(new Call(NOT_ON_THE_WIRE, id, null));
  }

  private Call added(Call call) {
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
    };
  }
}
