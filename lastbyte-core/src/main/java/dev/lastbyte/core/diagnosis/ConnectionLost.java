// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.CloseEvent.WebSocketClosed;
import dev.lastbyte.core.event.ConnectionEvent.GoAwayReceived;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Closing;
import dev.lastbyte.core.facts.Completion;
import dev.lastbyte.core.facts.Delivery;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Phase;
import org.jspecify.annotations.Nullable;

/** Attempts whose connection the provider's side ended before the response was whole. */
final class ConnectionLost {

  private ConnectionLost() {}

  /** The server's own proof that it did not process the request. */
  static Finding turnedAway(Ending.TurnedAway ending) {
    Cause cause =
        ending.seen().event() instanceof GoAwayReceived
            ? Cause.CONN_GOAWAY
            : Cause.CONN_REFUSED_STREAM;
    return Finding.proven(cause)
        .by(Origin.PROVIDER, Certainty.LIKELY)
        .because(Claim.NOT_PROCESSED, ending.seen());
  }

  static Finding peerEnded(Ending.PeerEnded ending, AttemptFacts facts) {
    CloseMark mark = ending.seen().event().mark();
    Cause cause = causeOf(ending.seen().event(), facts);
    if (cause == Cause.CONN_GOAWAY) {
      return wentAway(ending, facts);
    }
    Cause cutBy = cutByTimer(cause, facts);
    Finding finding = cutBy == null ? Finding.proven(cause) : ofTimer(cutBy);
    finding.because(Claim.PROVIDER_SIDE_CLOSED, ending.seen());
    if (cutBy == null) {
      originOf(finding, facts);
    }
    if (mark == CloseMark.UNKNOWN) {
      finding.lacking(Missing.CLOSE_MARK);
    }
    boolean reuseSaysNothing = cutBy != null && cause == Cause.CONN_STALE_REUSE;
    return argue(finding, reuseSaysNothing ? Cause.WAIT_EMPTY_REPLY : cause, facts);
  }

  /** It ended as it had said, but did not finish what it had taken (RFC 9113 §6.8). */
  private static Finding wentAway(Ending.PeerEnded ending, AttemptFacts facts) {
    return Finding.proven(Cause.CONN_GOAWAY)
        .by(Origin.PROVIDER, Certainty.LIKELY)
        .because(Claim.GOING_AWAY, facts.sideObservations().goAway())
        .because(Claim.PROVIDER_SIDE_CLOSED, ending.seen());
  }

  static Finding bodyCut(Ending.BodyCut ending, AttemptFacts facts) {
    Finding finding =
        Finding.likely(Cause.STREAM_PREMATURE_EOF)
            .because(Claim.BODY_CUT, ending.seen())
            .lacking(Missing.CLOSE_MARK, Missing.CLOSING_HOP);
    return argue(finding, Cause.STREAM_PREMATURE_EOF, facts);
  }

  private static boolean isReset(CloseMark mark) {
    return switch (mark) {
      case RST, RST_STREAM -> true;
      case FIN, TLS_CLOSE_NOTIFY, TLS_TRUNCATED, WEBSOCKET, UNKNOWN -> false;
    };
  }

  /**
   * The cut by a timer that the clocks speak of, in whichever phase; null if they speak of none.
   */
  private static @Nullable Cause cutByTimer(Cause cause, AttemptFacts facts) {
    if (!mayBeCutByTimer(cause)) {
      return null;
    }
    TimerMatches timers = TimerMatches.of(facts);
    if (timers.tellsSilence(facts)) {
      return Cause.STREAM_IDLE_CUT;
    }
    return timers.tellsAge() ? Cause.STREAM_TOTAL_CUT : null;
  }

  /** A timer says nothing in its end; whoever says that it goes, or that all is done, is none. */
  private static boolean mayBeCutByTimer(Cause cause) {
    return switch (cause) {
      case STREAM_PREMATURE_EOF,
          STREAM_RESET,
          WAIT_EMPTY_REPLY,
          CONN_STALE_REUSE,
          SEND_RESET,
          SEND_INCOMPLETE ->
          true;
      default -> false; // The others have their own proof.
    };
  }

  /** Whatever runs such a timer stands in between, or is the provider; the number does not say. */
  private static Finding ofTimer(Cause cut) {
    return Finding.likely(cut)
        .by(Origin.INTERMEDIARY, Certainty.POSSIBLE)
        .becauseAbsent(Claim.CLOCK_MATCHES_KNOWN_TIMER)
        .lacking(Missing.CLOSING_HOP);
  }

  /** Whether a byte of an answer came; a head that was cut short is an answer that had begun. */
  private static boolean hasResponse(CloseEvent closed, AttemptFacts facts) {
    return facts.delivery() == Delivery.RECEIVED
        || (closed instanceof PeerClosed peer && peer.received() > 0);
  }

  private static Cause causeOf(CloseEvent closed, AttemptFacts facts) {
    boolean reset = isReset(closed.mark());
    boolean answered = hasResponse(closed, facts);
    if (!answered && facts.reused() != null) {
      return Cause.CONN_STALE_REUSE;
    }
    if (!answered && facts.phase().compareTo(Phase.AWAIT_HEADERS) < 0) {
      return reset ? Cause.SEND_RESET : Cause.SEND_INCOMPLETE;
    }
    if (!answered) {
      return Cause.WAIT_EMPTY_REPLY;
    }
    if (reset) {
      return Cause.STREAM_RESET;
    }
    if (facts.sideObservations().goAway() != null) {
      return Cause.CONN_GOAWAY;
    }
    return isFarewell(closed, facts) ? Cause.STREAM_SILENT_TRUNCATION : Cause.STREAM_PREMATURE_EOF;
  }

  /** Whether it said that all was done, where it could be seen that it was not. */
  private static boolean isFarewell(CloseEvent closed, AttemptFacts facts) {
    return closed instanceof WebSocketClosed frame
        && frame.code() == WebSocketClosed.NORMAL
        && facts.completion().state() != Completion.State.UNKNOWABLE;
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
      default -> MissingProof.argue(finding, facts); // The stream causes.
    };
  }
}
