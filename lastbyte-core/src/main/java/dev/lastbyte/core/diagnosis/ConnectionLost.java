// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Closing;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Phase;

/** Attempts whose connection the provider's side ended before the response was whole. */
final class ConnectionLost {

  private ConnectionLost() {}

  static Finding peerEnded(Ending.PeerEnded ending, AttemptFacts facts) {
    CloseMark mark = ending.seen().event().mark();
    Cause cause = causeOf(mark == CloseMark.RST, facts);
    Finding finding = Finding.proven(cause).because(Claim.PROVIDER_SIDE_CLOSED, ending.seen());
    originOf(finding, facts);
    if (mark == CloseMark.UNKNOWN) {
      finding.lacking(Missing.CLOSE_MARK);
    }
    return argue(finding, cause, facts);
  }

  static Finding bodyCut(Ending.BodyCut ending, AttemptFacts facts) {
    Finding finding =
        Finding.likely(Cause.STREAM_PREMATURE_EOF)
            .because(Claim.BODY_CUT, ending.seen())
            .lacking(Missing.CLOSE_MARK, Missing.CLOSING_HOP);
    return argue(finding, Cause.STREAM_PREMATURE_EOF, facts);
  }

  private static Cause causeOf(boolean reset, AttemptFacts facts) {
    boolean answered = facts.response() != null;
    if (!answered && facts.reused() != null) {
      return Cause.CONN_STALE_REUSE;
    }
    if (!answered && facts.phase().compareTo(Phase.AWAIT_HEADERS) < 0) {
      return reset ? Cause.SEND_RESET : Cause.SEND_INCOMPLETE;
    }
    if (!answered) {
      return Cause.WAIT_EMPTY_REPLY;
    }
    return reset ? Cause.STREAM_RESET : Cause.STREAM_PREMATURE_EOF;
  }

  /** The provider's side is whoever holds the far end; a relay there cannot be told from it. */
  private static void originOf(Finding finding, AttemptFacts facts) {
    if (facts.closing().by() == Closing.By.PROVIDER) {
      finding.by(Origin.PROVIDER, Certainty.LIKELY);
    } else {
      finding.lacking(Missing.CLOSING_HOP);
    }
  }

  private static Finding argue(Finding finding, Cause cause, AttemptFacts facts) {
    return switch (cause) {
      case CONN_STALE_REUSE ->
          finding
              .because(Claim.CONNECTION_WAS_REUSED, facts.reused())
              .becauseAbsent(Claim.NO_RESPONSE_BYTE);
      case WAIT_EMPTY_REPLY, SEND_RESET, SEND_INCOMPLETE ->
          finding.becauseAbsent(Claim.NO_RESPONSE_BYTE);
      default -> Unproven.argue(finding, facts); // The stream causes.
    };
  }
}
