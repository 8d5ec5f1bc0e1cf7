// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import dev.lastbyte.core.diagnosis.Diagnoser;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetryVerdict;

/** One attempt with everything that is said of it. */
public record AttemptReport(AttemptFacts facts, Diagnosis diagnosis, RetryVerdict verdict) {

  static AttemptReport of(AttemptFacts facts, RetryPolicy policy) {
    Diagnosis diagnosis = Diagnoser.diagnose(facts);
    return new AttemptReport(facts, diagnosis, RetryVerdict.of(facts, diagnosis, policy));
  }
}
