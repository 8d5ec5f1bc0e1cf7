// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.facts.Exposure.Effect;
import dev.lastbyte.core.privacy.Token;
import org.jspecify.annotations.Nullable;

/**
 * One tool call as far as it came.
 *
 * @param id the call's id, or null if not known
 * @param name the tool's name, or null if not known
 * @param effect what the application declared that it can do; {@link ToolEffect#UNKNOWN} if nothing
 * @param lastEvent the last event about it, from 1 in the order of the log
 * @param timesStarted how often its execution began; more than once is an effect that happened
 *     twice
 */
public record ToolCall(
    @Nullable Token id,
    @Nullable Token name,
    State state,
    ToolEffect effect,
    int timesStarted,
    int lastEvent) {

  /** What this call may have done to the world, if its tool can do {@code can}. */
  public Effect doneIf(ToolEffect can) {
    boolean hurts = can.mayHurtTwice();
    return switch (state) {
      case BEGUN -> Effect.NONE;
      // Started and then refused: only the application's word says that nothing ran in between.
      case REJECTED -> timesStarted == 0 ? Effect.NONE : hurts ? Effect.DONE : Effect.HARMLESS;
      case READY -> hurts ? Effect.POSSIBLE : Effect.HARMLESS;
      case STARTED, TIMED_OUT, INTERRUPTED -> hurts ? Effect.STARTED : Effect.HARMLESS;
      // A tool that failed may have failed after it had changed something.
      case FAILED, DONE, REPORTED -> hurts ? Effect.DONE : Effect.HARMLESS;
    };
  }

  /** The same call, begun so many times more. */
  ToolCall startedAlso(int times) {
    return new ToolCall(id, name, state, effect, timesStarted + times, lastEvent);
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
    FAILED,
    TIMED_OUT,
    INTERRUPTED,
    DONE,
    /** Its result went back to the model. */
    REPORTED
  }
}
