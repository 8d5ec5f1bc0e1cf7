// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.event.LocalEvent.AbortChecked;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Exposure.Effect;
import dev.lastbyte.core.facts.Seen;

/** What else the log holds for or against a finding, whatever it is. */
final class ContextEvidence {

  private ContextEvidence() {}

  static Finding addTo(Finding finding, AttemptFacts facts) {
    addAbortSignal(finding, facts);
    TimerEvidence.addTo(finding, facts);
    facts
        .sideObservations()
        .quietTimers()
        .forEach(t -> finding.because(Claim.TIMER_DID_NOT_FIRE, t));
    if (isOpen(facts.exposure().told()) || facts.exposure().untold() == Effect.UNKNOWN) {
      finding.lacking(Missing.TOOL_EXECUTION);
    }
    if (facts.exposure().untold() == Effect.POSSIBLE) {
      finding.lacking(Missing.PROVIDER_TOOLS);
    }
    // Where the broken rule is the cause, it speaks for it, and has spoken.
    return finding.group() == Cause.Group.PROTO
        ? finding
        : finding.against(Claim.PROTOCOL_BROKEN, facts.sideObservations().malformed());
  }

  private static boolean isOpen(Effect effect) {
    return effect == Effect.POSSIBLE || effect == Effect.UNKNOWN || effect == Effect.STARTED;
  }

  private static void addAbortSignal(Finding finding, AttemptFacts facts) {
    Seen<AbortChecked> checked = facts.sideObservations().abortChecked();
    if (checked == null) {
      return;
    }
    if (checked.event().aborted()) {
      finding.against(Claim.ABORT_SIGNAL_SET, checked);
    } else {
      finding.because(Claim.ABORT_SIGNAL_NOT_SET, checked);
    }
  }
}
