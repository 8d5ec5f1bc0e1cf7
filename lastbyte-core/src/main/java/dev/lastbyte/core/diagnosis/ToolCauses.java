// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.event.LocalEvent.TimerFired;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Phase;
import dev.lastbyte.core.facts.Seen;
import dev.lastbyte.core.facts.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs whose response was whole, and whose tools were not. */
final class ToolCauses {

  private ToolCauses() {}

  /** What went wrong with the tools of a finished response, or null if nothing did. */
  static @Nullable Finding in(AttemptFacts facts) {
    Finding twice = ranTwice(facts.tools());
    if (twice != null) {
      return twice;
    }
    // Only the application knows that it will not go on; a run's end seen elsewhere proves nothing.
    Finding left = facts.sideObservations().applicationEnded() ? unfinished(facts) : null;
    return left != null ? left : leftOpen(facts);
  }

  /** The model said that its calls were whole, and the arguments of one are not. */
  private static @Nullable Finding leftOpen(AttemptFacts facts) {
    if (facts.completion().finish() != Finish.TOOL_CALLS) {
      return null;
    }
    return facts.tools().stream()
        .filter(call -> call.state() == ToolCall.State.BEGUN)
        .findFirst()
        .map(call -> told(Cause.TOOL_INVALID_ARGUMENTS, Claim.TOOL_ENDED_SO, call))
        .orElse(null);
  }

  static @Nullable Finding ranTwice(List<ToolCall> calls) {
    return calls.stream()
        .filter(call -> call.timesStarted() > 1 && call.effect().mayHurtTwice())
        .findFirst()
        .map(call -> told(Cause.TOOL_DUPLICATE_EFFECT, Claim.TOOL_RAN_TWICE, call))
        .orElse(null);
  }

  private static @Nullable Finding unfinished(AttemptFacts facts) {
    for (ToolCall call : facts.tools()) {
      Cause cause = causeOf(call.state());
      if (cause != null) {
        Seen<TimerFired> timer = toolTimer(facts);
        Finding finding =
            call.state() == ToolCall.State.STARTED && timer != null
                ? Finding.proven(Cause.WATCHDOG_TOOL)
                    .by(Origin.WATCHDOG, Certainty.PROVEN)
                    .because(Claim.TIMER_FIRED, timer)
                : told(cause, Claim.TOOL_ENDED_SO, call);
        return finding.at(phaseOf(call.state()));
      }
    }
    return null;
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
  private static Phase phaseOf(ToolCall.State state) {
    return switch (state) {
      case BEGUN -> Phase.TOOL_INPUT;
      case READY, REJECTED -> Phase.TOOL_READY;
      case STARTED, TIMED_OUT, INTERRUPTED -> Phase.TOOL_RUNNING;
      case FAILED, DONE -> Phase.TOOL_DONE;
      case REPORTED -> Phase.COMPLETE;
    };
  }

  private static @Nullable Cause causeOf(ToolCall.State state) {
    return switch (state) {
      case BEGUN, READY, REPORTED -> null;
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
