// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetryVerdict;

/** One attempt with everything that is said of it. */
public record AttemptReport(AttemptFacts facts, Diagnosis diagnosis, RetryVerdict verdict) {

  /** The last attempt of a run, or of what there was of it when that attempt had ended. */
  static AttemptReport lastOf(RunFacts run, RetryPolicy policy) {
    Diagnosis diagnosis = Diagnoser.diagnose(run);
    return new AttemptReport(run.last(), diagnosis, RetryVerdict.of(run, diagnosis, policy));
  }
}
