// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Evidence;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.event.LocalEvent.TimerFired;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Phase;
import dev.lastbyte.core.facts.Seen;
import dev.lastbyte.core.facts.ToolCall;
import dev.lastbyte.core.facts.ToolCall.State;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Runs whose response was whole, and whose tools were not. */
final class ToolCauses {

  private ToolCauses() {}

  /** What went wrong with the tools of a finished response, or null if nothing did. */
  static @Nullable Finding in(AttemptFacts facts) {
    Finding twice = ranTwice(surest(facts));
    if (twice != null) {
      return twice;
    }
    Finding stopped = StoppedTools.in(facts);
    if (stopped != null) {
      return stopped;
    }
    // Only the application knows that it will not go on; a run's end seen elsewhere proves nothing.
    boolean over = facts.sideObservations().applicationEnded() != null;
    Finding left = over ? unfinished(facts) : null;
    return left != null ? left : leftOpen(facts);
  }

  private static @Nullable ToolCall surest(AttemptFacts facts) {
    return facts.tools().stream()
        .filter(call -> call.effect().mayHurtTwice())
        .max(Comparator.comparing(ToolCall::repeat))
        .orElse(null);
  }

  /** The model said that its calls were whole, and the arguments of one are not. */
  private static @Nullable Finding leftOpen(AttemptFacts facts) {
    if (facts.completion().finish() != Finish.TOOL_CALLS) {
      return null;
    }
    return facts.tools().stream()
        .filter(call -> call.state() == State.BEGUN)
        .findFirst()
        .map(call -> told(Cause.TOOL_INVALID_ARGUMENTS, Claim.TOOL_ENDED_SO, call))
        .orElse(null);
  }

  /** What the call that ran more than once says, or null if there is none. */
  static @Nullable Finding ranTwice(@Nullable ToolCall call) {
    if (call == null) {
      return null;
    }
    return switch (call.repeat()) {
      case NONE -> null;
      case PROVEN -> told(Cause.TOOL_DUPLICATE_EFFECT, Claim.TOOL_RAN_TWICE, call);
      case LIKELY ->
          Finding.likely(Cause.TOOL_DUPLICATE_EFFECT)
              .by(Origin.TOOL, Certainty.LIKELY)
              .becauseOf(new Evidence(Claim.TOOL_MAY_HAVE_RUN_TWICE, call.lastEvent()))
              .lacking(Missing.CALL_IDENTITY);
    };
  }

  /** The first tool that ended badly; one that never ended comes after them all. */
  private static @Nullable Finding unfinished(AttemptFacts facts) {
    ToolCall first =
        facts.tools().stream()
            .filter(call -> causeOf(call.state()) != null)
            .min(
                Comparator.comparing((ToolCall call) -> call.state() == State.STARTED)
                    .thenComparingInt(ToolCall::lastEvent))
            .orElse(null);
    Cause cause = first == null ? null : causeOf(first.state());
    if (first == null || cause == null) {
      return null;
    }
    Seen<TimerFired> timer = toolTimer(facts);
    Finding finding =
        first.state() == State.STARTED && timer != null
            ? Finding.proven(Cause.WATCHDOG_TOOL)
                .by(Origin.WATCHDOG, Certainty.PROVEN)
                .because(Claim.TIMER_FIRED, timer)
            : told(cause, Claim.TOOL_ENDED_SO, first);
    return finding.at(phaseOf(first.state()));
  }

  /** The application's own timer for a tool, which can only fire when the response is long over. */
  private static @Nullable Seen<TimerFired> toolTimer(AttemptFacts facts) {
    for (Ending later : facts.later()) {
      if (later instanceof Ending.TimedOut fired
          && fired.seen().event().timer() == TimerKind.TOOL) {
        return fired.seen();
      }
    }
    return null;
  }

  /** How far a run came whose response was whole, and whose tool came no further than this. */
  static Phase phaseOf(State state) {
    return switch (state) {
      case BEGUN -> Phase.TOOL_INPUT;
      case READY, REJECTED, DROPPED -> Phase.TOOL_READY;
      case STARTED, TIMED_OUT, INTERRUPTED -> Phase.TOOL_RUNNING;
      case FAILED, DONE -> Phase.TOOL_DONE;
      case REPORTED -> Phase.COMPLETE;
    };
  }

  private static @Nullable Cause causeOf(State state) {
    return switch (state) {
      case BEGUN, READY, DROPPED, REPORTED -> null;
      case REJECTED -> Cause.TOOL_INVALID_ARGUMENTS;
      case FAILED -> Cause.TOOL_FAILED;
      case TIMED_OUT -> Cause.TOOL_TIMEOUT;
      case STARTED, INTERRUPTED -> Cause.TOOL_INTERRUPTED;
      case DONE -> Cause.TOOL_RESULT_LOST;
    };
  }

  private static Finding told(Cause cause, Claim claim, ToolCall call) {
    return Finding.proven(cause)
        .by(Origin.TOOL, Certainty.PROVEN)
        .becauseOf(new Evidence(claim, call.lastEvent()));
  }
}
