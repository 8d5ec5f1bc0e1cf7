// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.facts.Exposure.Effect;
import dev.lastbyte.core.privacy.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tool call as far as it came.
 *
 * @param id the call's id, or null if not known
 * @param name the tool's name, or null if it is not known whether it is this tool's
 * @param arguments a keyed hash of its arguments, or null if not known
 * @param effect what the application declared that it can do; {@link ToolEffect#UNKNOWN} if nothing
 * @param timesStarted how often its execution began
 * @param repeat whether it was executed more than once
 * @param lastEvent the last event about it, from 1 in the order of the log
 */
public record ToolCall(
    @Nullable Token id,
    @Nullable Token name,
    @Nullable Token arguments,
    State state,
    ToolEffect effect,
    int timesStarted,
    Repeat repeat,
    int lastEvent) {

  /** What this call may have done to the world, if its tool can do {@code can}. */
  public Effect doneIf(ToolEffect can) {
    boolean hurts = can.mayHurtTwice();
    return switch (state) {
      case BEGUN -> Effect.NONE;
      // Started and then refused: only the application's word says that nothing ran in between.
      case REJECTED, DROPPED ->
          timesStarted == 0 ? Effect.NONE : hurts ? Effect.DONE : Effect.HARMLESS;
      case READY -> hurts ? Effect.POSSIBLE : Effect.HARMLESS;
      case STARTED, TIMED_OUT, INTERRUPTED -> hurts ? Effect.STARTED : Effect.HARMLESS;
      // A tool that failed may have failed after it had changed something.
      case FAILED, DONE, REPORTED -> hurts ? Effect.DONE : Effect.HARMLESS;
    };
  }

  /** Whether its execution began, or its end says that it must have. */
  boolean ran() {
    return timesStarted > 0 || state.compareTo(State.FAILED) >= 0;
  }

  /**
   * Whether another attempt's call is this one once more. A provider may give the same id to two
   * calls, and two ids to the same call: where the arguments are known, they decide.
   */
  boolean mayEqual(ToolCall other) {
    boolean sameTool = name == null || other.name == null || name.equals(other.name);
    if (arguments != null && other.arguments != null) {
      return sameTool && arguments.equals(other.arguments);
    }
    return sameTool && id != null && id.equals(other.id);
  }

  /** How sure it is that both were executed, if the other came later. */
  Repeat repeatedBy(ToolCall other) {
    if (!ran() || !other.ran() || !mayEqual(other)) {
      return Repeat.NONE;
    }
    boolean proven = arguments != null && other.arguments != null && !state.isUncertain();
    return proven ? Repeat.PROVEN : Repeat.LIKELY;
  }

  /** The same call, in the light of those that earlier attempts executed. */
  ToolCall after(List<ToolCall> earlier) {
    Repeat surest = repeat;
    int times = timesStarted;
    for (ToolCall call : earlier) {
      Repeat again = call.repeatedBy(this);
      times += again == Repeat.NONE ? 0 : call.timesStarted;
      surest = again.compareTo(surest) > 0 ? again : surest;
    }
    return new ToolCall(id, name, arguments, state, effect, times, surest, lastEvent);
  }

  /** How sure it is that a call was executed more than once. */
  public enum Repeat implements Coded {
    NONE,
    /** It was begun again after an execution of which is not known what it did. */
    LIKELY,
    /** Two executions of it were seen. */
    PROVEN
  }

  /** How far a call came, in order. */
  public enum State implements Coded {
    /** Its arguments are not whole. */
    BEGUN,
    /** Its arguments are whole; whether it was executed is not known. */
    READY,
    STARTED,
    /** It never ran, because its arguments were not what the tool takes. */
    REJECTED,
    /** It never ran, because the application dropped it. */
    DROPPED,
    FAILED,
    TIMED_OUT,
    INTERRUPTED,
    DONE,
    /** Its result went back to the model. */
    REPORTED;

    /** Whether an execution that ended so may have done nothing, or all of it. */
    boolean isUncertain() {
      return switch (this) {
        case REJECTED, DROPPED, FAILED, TIMED_OUT, INTERRUPTED -> true;
        case BEGUN, READY, STARTED, DONE, REPORTED -> false;
      };
    }
  }
}
