// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.RunFacts;
import java.util.List;

/**
 * Whether it is safe to try again, why, and what to do.
 *
 * @param answers to the four questions, in their order
 */
public record RetryVerdict(RetrySafety safety, List<Answer> answers, Recovery recovery) {

  /**
   * Judges a run, as its last attempt left it: what any of its attempts did or showed counts. Pure.
   *
   * @param diagnosis why the last attempt ended
   */
  public static RetryVerdict of(RunFacts run, Diagnosis diagnosis, RetryPolicy policy) {
    List<Answer> answers =
        List.of(
            EffectQuestion.answer(run, policy),
            UseQuestion.answer(run, diagnosis, policy),
            ExposureQuestion.answer(run, policy),
            CostQuestion.answer(run, policy));
    RetrySafety safety =
        diagnosis.mayHaveFailed()
            ? answers.stream()
                .map(Answer::verdict)
                .reduce(RetrySafety.SAFE_AUTO_RETRY, RetrySafety::orStricter)
            : RetrySafety.NOT_NEEDED;
    return new RetryVerdict(safety, answers, NextStep.of(safety, run, diagnosis, policy));
  }

  /** Judges a run that has this attempt and no other. Pure. */
  public static RetryVerdict of(AttemptFacts only, Diagnosis diagnosis, RetryPolicy policy) {
    return of(new RunFacts(List.of(only)), diagnosis, policy);
  }
}
