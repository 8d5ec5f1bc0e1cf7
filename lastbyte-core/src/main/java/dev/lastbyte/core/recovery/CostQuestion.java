// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static dev.lastbyte.core.recovery.Answer.Question.COST;
import static dev.lastbyte.core.recovery.RetrySafety.SAFE_AUTO_RETRY;

import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Rejection;
import dev.lastbyte.core.recovery.Answer.Reason;

/** Is it billed again? Never forbids a retry by itself: it tells what the retry may cost. */
final class CostQuestion {

  private CostQuestion() {}

  static Answer answer(AttemptFacts facts) {
    boolean free = Rejection.isCertain(facts) || !facts.delivery().mayBeProcessed();
    return new Answer(COST, SAFE_AUTO_RETRY, free ? Reason.NOT_BILLED : Reason.MAYBE_BILLED_TWICE);
  }
}
