// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.event.LocalEvent.AbortChecked;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Exposure;
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
    addTools(finding, facts);
    // Where the broken rule is the cause, it speaks for it, and has spoken.
    return finding.group() == Cause.Group.PROTO
        ? finding
        : finding.against(Claim.PROTOCOL_BROKEN, facts.sideObservations().malformed());
  }

  /** An agent can tell of its own tools only; of a request that was not seen it knows more. */
  private static void addTools(Finding finding, AttemptFacts facts) {
    Exposure exposure = facts.exposure();
    boolean asksTheProvider =
        exposure.atProvider() == Effect.POSSIBLE
            || (exposure.atProvider() == Effect.UNKNOWN && facts.request() != null);
    boolean asksTheAgent =
        isOpen(exposure.told())
            || exposure.unseen() == Effect.UNKNOWN
            || (exposure.atProvider() == Effect.UNKNOWN && facts.request() == null);
    if (asksTheAgent) {
      finding.lacking(Missing.TOOL_EXECUTION);
    }
    if (asksTheProvider) {
      finding.lacking(Missing.PROVIDER_TOOLS);
    }
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
