// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.model;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetryVerdict;
import org.jspecify.annotations.Nullable;

/**
 * How a run was judged when it was stored. The log stays beside it, to be judged again.
 *
 * @param code {@code cause@phase/origin}
 * @param headline where it failed, in one word
 * @param cause what ended it
 * @param retrySafety whether it was safe to try again, under the standard policy
 * @param ruleSet the version of the rules
 */
public record StoredVerdict(
    String code, String headline, String cause, String retrySafety, String ruleSet) {

  /** The verdict of today's rules, or null if they fail on this log: it is kept all the same. */
  static @Nullable StoredVerdict of(RunLog log) {
    try {
      RunFacts facts = RunFacts.of(log);
      Diagnosis diagnosis = Diagnoser.diagnose(facts);
      RetryVerdict retry = RetryVerdict.of(facts, diagnosis, RetryPolicy.standard());
      return new StoredVerdict(
          diagnosis.code(),
          diagnosis.headline().code(),
          diagnosis.cause().code(),
          retry.safety().code(),
          Diagnosis.RULE_SET);
    } catch (RuntimeException fault) {
      return null;
    }
  }
}
