// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static dev.lastbyte.core.recovery.Answer.Question.EFFECT;
import static dev.lastbyte.core.recovery.RetrySafety.SAFE_AUTO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.USER_CONFIRMED_RETRY;

import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.recovery.Answer.Reason;

/** Could the world change twice? */
final class EffectQuestion {

  private EffectQuestion() {}

  static Answer answer(AttemptFacts facts) {
    return switch (facts.exposure().effect()) {
      case POSSIBLE -> new Answer(EFFECT, USER_CONFIRMED_RETRY, Reason.TOOL_MAY_HAVE_RUN);
      case STARTED -> new Answer(EFFECT, USER_CONFIRMED_RETRY, Reason.TOOL_OUTCOME_OPEN);
      case DONE -> new Answer(EFFECT, USER_CONFIRMED_RETRY, Reason.TOOL_RAN);
      case UNKNOWN -> new Answer(EFFECT, USER_CONFIRMED_RETRY, Reason.TOOLS_UNKNOWN);
      case NONE -> storage(facts, Reason.NO_TOOL_COULD_RUN);
      case HARMLESS -> storage(facts, Reason.ONLY_HARMLESS_TOOLS_RAN);
    };
  }

  /** A response that the provider keeps, or goes on making, would exist twice. */
  private static Answer storage(AttemptFacts facts, Reason otherwise) {
    return switch (Storage.of(facts)) {
      case NOT_STORED -> new Answer(EFFECT, SAFE_AUTO_RETRY, otherwise);
      case KNOWN_ID -> new Answer(EFFECT, SAFE_AUTO_RETRY, Reason.STORED_UNDER_KNOWN_ID);
      case MAYBE_STORED -> new Answer(EFFECT, USER_CONFIRMED_RETRY, Reason.STORED_AT_PROVIDER);
    };
  }
}
