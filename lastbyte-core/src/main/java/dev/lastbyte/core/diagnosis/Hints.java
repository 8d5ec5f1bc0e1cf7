// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.ErrorHints;
import dev.lastbyte.core.facts.Phase;

/** Attempts of which only an error that a program reported is known. Never proof. */
final class Hints {

  private Hints() {}

  static Finding hinted(Ending.Hinted ending, AttemptFacts facts) {
    Finding finding =
        switch (ErrorHints.of(ending.seen().event().chain())) {
          case PEER_CLOSED ->
              connectionLost(Cause.STREAM_PREMATURE_EOF, facts)
                  .lacking(Missing.CLOSE_MARK, Missing.CLOSING_HOP);
          case RESET -> connectionLost(Cause.STREAM_RESET, facts).lacking(Missing.CLOSING_HOP);
          case ABORT -> Finding.likely(Cause.ABORT_UNATTRIBUTED).lacking(Missing.ABORT_PROVENANCE);
          case NOTHING -> Finding.unknown().lacking(Missing.ENDING);
        };
    return finding.because(Claim.ERROR_REPORTED, ending.seen());
  }

  /** Whether the stream had begun decides between a cut stream and an unanswered request. */
  private static Finding connectionLost(Cause inStream, AttemptFacts facts) {
    if (facts.phase().compareTo(Phase.AWAIT_FIRST_BYTE) < 0) {
      return Finding.possible(Cause.WAIT_EMPTY_REPLY);
    }
    Finding finding = Finding.likely(inStream);
    if (facts.asides().lastContent() != null) {
      finding.becauseOf(new Evidence(Claim.CONTENT_ARRIVED, facts.asides().lastContent()));
    }
    return finding;
  }
}
