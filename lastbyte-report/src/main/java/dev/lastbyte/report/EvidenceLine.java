// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Evidence;
import dev.lastbyte.core.diagnosis.rule.TimerMatches;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.words.ClaimWords;
import dev.lastbyte.report.words.EventWords;
import dev.lastbyte.report.words.Numbers;
import dev.lastbyte.report.words.TimerWords;

/** A piece of evidence as a line: what it says, and the event that shows it. */
final class EvidenceLine {

  private EvidenceLine() {}

  static String of(Evidence evidence, AttemptReport attempt, RunLog log) {
    String claim = claim(evidence, attempt);
    if (evidence.event() == Evidence.ABSENCE) {
      return claim;
    }
    RunEvent event = log.events().get(evidence.event() - 1);
    return claim
        + " (event "
        + evidence.event()
        + ", "
        + event.vantage().code()
        + ", +"
        + Numbers.duration(event.atNanos())
        + ": "
        + EventWords.clause(event)
        + ")";
  }

  private static String claim(Evidence evidence, AttemptReport attempt) {
    String claim = ClaimWords.clause(evidence.claim());
    return evidence.claim() == Claim.CLOCK_MATCHES_KNOWN_TIMER
        ? claim + " (" + TimerWords.names(TimerMatches.named(evidence, attempt.facts())) + ")"
        : claim;
  }
}
