// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static dev.lastbyte.core.recovery.Answer.Question.EFFECT;
import static dev.lastbyte.core.recovery.RetrySafety.SAFE_AUTO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.USER_CONFIRMED_RETRY;

import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Exposure.Effect;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.facts.ToolCall;
import dev.lastbyte.core.recovery.Answer.Reason;

/** Could the world change twice? */
final class EffectQuestion {

  private EffectQuestion() {}

  static Answer answer(RunFacts run, RetryPolicy policy) {
    return switch (effect(run, policy)) {
      case POSSIBLE -> new Answer(EFFECT, USER_CONFIRMED_RETRY, Reason.TOOL_MAY_HAVE_RUN);
      case STARTED -> new Answer(EFFECT, USER_CONFIRMED_RETRY, Reason.TOOL_OUTCOME_OPEN);
      case DONE -> new Answer(EFFECT, USER_CONFIRMED_RETRY, Reason.TOOL_RAN);
      case UNKNOWN -> new Answer(EFFECT, USER_CONFIRMED_RETRY, Reason.TOOLS_UNKNOWN);
      case NONE -> storage(run, Reason.NO_TOOL_COULD_RUN);
      case HARMLESS -> storage(run, Reason.ONLY_HARMLESS_TOOLS_RAN);
    };
  }

  /** The worst effect of any attempt, with each call that was seen read as the policy knows it. */
  static Effect effect(RunFacts run, RetryPolicy policy) {
    Effect worst = Effect.NONE;
    for (AttemptFacts attempt : run.attempts()) {
      worst = worst.orWorse(effect(attempt, policy));
    }
    return worst;
  }

  private static Effect effect(AttemptFacts facts, RetryPolicy policy) {
    // What was not seen cannot be declared harmless; only calls that were seen can.
    return strongest(facts, policy).orWorse(facts.exposure().untold());
  }

  private static Effect strongest(AttemptFacts facts, RetryPolicy policy) {
    return facts.tools().isEmpty() ? facts.exposure().told() : ofCalls(facts, policy);
  }

  private static Effect ofCalls(AttemptFacts facts, RetryPolicy policy) {
    Effect worst = Effect.NONE;
    for (ToolCall call : facts.tools()) {
      worst = worst.orWorse(call.doneIf(policy.effectOf(call)));
    }
    return worst;
  }

  /** A conversation at the provider, or work that it goes on with, would change twice. */
  private static Answer storage(RunFacts run, Reason otherwise) {
    return switch (Storage.of(run)) {
      case NOTHING_LASTING -> new Answer(EFFECT, SAFE_AUTO_RETRY, otherwise);
      case KNOWN_ID -> new Answer(EFFECT, SAFE_AUTO_RETRY, Reason.STORED_UNDER_KNOWN_ID);
      case MAYBE_LASTING -> new Answer(EFFECT, USER_CONFIRMED_RETRY, Reason.STORED_AT_PROVIDER);
    };
  }
}
