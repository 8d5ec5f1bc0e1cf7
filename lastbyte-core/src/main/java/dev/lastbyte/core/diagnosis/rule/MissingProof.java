// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Evidence;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Completion;

/** The argument that a stream ended without its proof, with what little speaks against it. */
final class MissingProof {

  private MissingProof() {}

  static Finding argue(Finding finding, AttemptFacts facts) {
    if (facts.completion().state() == Completion.State.UNKNOWABLE) {
      return finding.lacking(Missing.CONTENT);
    }
    finding.becauseAbsent(Claim.NO_TERMINAL_PROOF);
    if (facts.sideObservations().lastContent() != null) {
      finding.becauseOf(
          new Evidence(Claim.CONTENT_ARRIVED, facts.sideObservations().lastContent()));
    }
    return finding
        .against(Claim.FINISH_SEEN, facts.sideObservations().finish())
        .against(Claim.SENTINEL_SEEN, facts.sideObservations().sentinel());
  }
}
