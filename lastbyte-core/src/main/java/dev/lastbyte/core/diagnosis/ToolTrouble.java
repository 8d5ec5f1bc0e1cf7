// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs whose response was whole, and whose tools were not. */
final class ToolTrouble {

  private ToolTrouble() {}

  /** What went wrong with the tools of a finished response, or null if nothing did. */
  static @Nullable Finding in(AttemptFacts facts) {
    Finding twice = ranTwice(facts.tools());
    if (twice != null) {
      return twice;
    }
    // Only the application knows that it will not go on; a run's end seen elsewhere proves nothing.
    return facts.asides().applicationEnded() ? unfinished(facts.tools()) : null;
  }

  static @Nullable Finding ranTwice(List<ToolCall> calls) {
    return calls.stream()
        .filter(call -> call.timesStarted() > 1 && call.effect().mayHurtTwice())
        .findFirst()
        .map(call -> told(Cause.TOOL_DUPLICATE_EFFECT, Claim.TOOL_RAN_TWICE, call))
        .orElse(null);
  }

  private static @Nullable Finding unfinished(List<ToolCall> calls) {
    for (ToolCall call : calls) {
      Cause cause = causeOf(call.state());
      if (cause != null) {
        return told(cause, Claim.TOOL_ENDED_SO, call);
      }
    }
    return null;
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
