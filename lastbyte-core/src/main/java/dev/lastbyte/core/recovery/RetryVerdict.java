// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.facts.AttemptFacts;
import java.util.List;

/**
 * Whether it is safe to try again, why, and what to do.
 *
 * @param answers to the four questions, in their order
 */
public record RetryVerdict(RetrySafety safety, List<Answer> answers, Recovery recovery) {

  /** Judges one attempt under a policy. Pure. */
  public static RetryVerdict of(AttemptFacts facts, Diagnosis diagnosis, RetryPolicy policy) {
    List<Answer> answers =
        List.of(
            EffectQuestion.answer(facts, policy),
            UseQuestion.answer(facts, diagnosis, policy),
            ExposureQuestion.answer(facts, policy),
            CostQuestion.answer(facts, policy));
    RetrySafety safety =
        diagnosis.failed()
            ? answers.stream()
                .map(Answer::verdict)
                .reduce(RetrySafety.SAFE_AUTO_RETRY, RetrySafety::orStricter)
            : RetrySafety.NOT_NEEDED;
    return new RetryVerdict(safety, answers, NextStep.of(safety, facts, diagnosis, policy));
  }
}
