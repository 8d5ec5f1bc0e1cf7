// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static dev.lastbyte.core.recovery.Answer.Question.COST;
import static dev.lastbyte.core.recovery.RetrySafety.SAFE_AUTO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.USER_CONFIRMED_RETRY;

import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Rejection;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.recovery.Answer.Reason;

/** Is it billed again? Tells what the retry may cost; forbids only where the policy says so. */
final class CostQuestion {

  private CostQuestion() {}

  static Answer answer(RunFacts run, RetryPolicy policy) {
    if (run.attempts().stream().allMatch(CostQuestion::isFree)) {
      return new Answer(COST, SAFE_AUTO_RETRY, Reason.NOT_BILLED);
    }
    RetrySafety verdict = policy.mayBeBilledTwice() ? SAFE_AUTO_RETRY : USER_CONFIRMED_RETRY;
    return new Answer(COST, verdict, Reason.MAYBE_BILLED_TWICE);
  }

  private static boolean isFree(AttemptFacts facts) {
    return Rejection.isCertain(facts) || !facts.delivery().mayBeProcessed();
  }
}
