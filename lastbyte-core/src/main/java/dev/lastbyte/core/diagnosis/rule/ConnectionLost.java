// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.CloseEvent.StreamReset;
import dev.lastbyte.core.event.CloseEvent.WebSocketClosed;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.ConnectionEvent.GoAwayReceived;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Closing;
import dev.lastbyte.core.facts.Completion;
import dev.lastbyte.core.facts.ConnectionReuse;
import dev.lastbyte.core.facts.Delivery;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Phase;
import dev.lastbyte.core.facts.Seen;
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
    Cause told = CloseCodes.causeOf(ending.seen().event());
    if (told != null && facts.phase().compareTo(Phase.SEND) >= 0) {
      return closedWithCode(told, ending);
    }
    CloseMark mark = ending.seen().event().mark();
    Cause cause = causeOf(ending.seen().event(), facts);
    if (cause == Cause.CONN_GOAWAY) {
      return wentAway(ending, facts);
    }
    Cause cutBy = cutByTimer(cause, facts);
    Finding finding = cutBy == null ? found(cause, ending.seen().event(), facts) : ofTimer(cutBy);
    finding.because(Claim.PROVIDER_SIDE_CLOSED, ending.seen());
    if (cutBy == null) {
      originOf(finding, facts);
    }
    boolean mayBeStale = cutBy == null && cause == Cause.WAIT_EMPTY_REPLY;
    if (mayBeStale && facts.reuse() != null && !wasLookedAt(facts.reuse())) {
      finding.lacking(Missing.SOCKET_BEFORE_REUSE);
    }
    if (mark == CloseMark.UNKNOWN) {
      finding.lacking(Missing.CLOSE_MARK);
    }
    if (cause == Cause.CONN_STALE_REUSE && precedesRequest(ending.seen().event())) {
      finding.because(Claim.ENDED_BEFORE_THE_REQUEST, ending.seen());
    }
    return argue(finding, cause, facts);
  }

  /** A reused connection can also be lost by a peer that read the request and closed at once. */
  private static Finding found(Cause cause, CloseEvent closed, AttemptFacts facts) {
    ConnectionReuse reuse = facts.reuse();
    boolean proven = precedesRequest(closed) || (reuse != null && reuse.wasSeenDead());
    return switch (cause) {
      case CONN_STALE_REUSE ->
          proven
              ? Finding.proven(cause)
              : Finding.likely(cause).lacking(Missing.SOCKET_BEFORE_REUSE);
      default -> Finding.proven(cause);
    };
  }

  /** The application says that it broke, and cannot say more. */
  static Finding brokeOff(Ending.BrokeOff ending, AttemptFacts facts) {
    boolean answered = facts.delivery() == Delivery.RECEIVED;
    Finding finding =
        switch (facts.delivery()) {
          case RECEIVED -> Finding.likely(Cause.STREAM_PREMATURE_EOF);
          case SENT -> Finding.possible(Cause.WAIT_EMPTY_REPLY);
          case NOTHING, PARTIAL, UNPROCESSED, UNKNOWN -> Finding.unknown();
        };
    finding
        .because(Claim.STREAM_BROKE, ending.seen())
        .lacking(Missing.CLOSE_MARK, Missing.CLOSING_HOP, Missing.ABORT_PROVENANCE);
    return answered ? MissingProof.argue(finding, facts) : finding;
  }

  /** The server said with its close frame why it would not go on. */
  private static Finding closedWithCode(Cause told, Ending.PeerEnded ending) {
    return Finding.proven(told)
        .by(ProviderErrors.originOf(told), Certainty.LIKELY)
        .because(Claim.CLOSE_CODE_SAYS_WHY, ending.seen());
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

  /**
   * A timer says nothing in its end; a peer that says that it goes, or that all is done, is none.
   */
  private static boolean mayBeCutByTimer(Cause cause) {
    return switch (cause) {
      case STREAM_PREMATURE_EOF, STREAM_RESET, WAIT_EMPTY_REPLY, SEND_RESET, SEND_INCOMPLETE ->
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

  /** Whether a byte of a response came; a head that was cut short is a response that had begun. */
  private static boolean hasResponse(CloseEvent closed, AttemptFacts facts) {
    return facts.delivery() == Delivery.RECEIVED
        || (closed instanceof PeerClosed peer && peer.received() > 0);
  }

  private static Cause causeOf(CloseEvent closed, AttemptFacts facts) {
    boolean reset = isReset(closed.mark());
    boolean answered = hasResponse(closed, facts);
    if (!answered && facts.sideObservations().goAway() != null) {
      return Cause.CONN_GOAWAY;
    }
    if (!answered && wasStale(closed, facts)) {
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

  /** Whether it ended before a byte of the request can have reached the far end. */
  private static boolean precedesRequest(CloseEvent closed) {
    return closed instanceof PeerClosed peer && peer.requestReached() == Known.NO;
  }

  /**
   * Whether the connection can have died while it was idle: its end was seen before, or came within
   * what a dead one takes to show it. A stream's reset or a close frame is the word of a living
   * peer.
   */
  private static boolean wasStale(CloseEvent closed, AttemptFacts facts) {
    ConnectionReuse reuse = facts.reuse();
    boolean spoke =
        switch (closed) {
          case StreamReset reset -> true;
          case WebSocketClosed frame -> frame.code() != WebSocketClosed.ABNORMAL;
          case PeerClosed peer -> false;
          case LocalClosed local -> false;
        };
    return reuse != null
        && !spoke
        && (reuse.wasSeenDead()
            || precedesRequest(closed)
            || reuse.couldShowItsEndAt(closed.atNanos()));
  }

  /** Whether it said that all was done, where it could be seen that it was not. */
  private static boolean isFarewell(CloseEvent closed, AttemptFacts facts) {
    return closed instanceof WebSocketClosed frame
        && frame.code() == WebSocketClosed.NORMAL
        && facts.completion().state() != Completion.State.UNKNOWABLE;
  }

  /** The provider's side is what holds the far end; a relay there cannot be told from it. */
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
          reuse(finding.because(Claim.CONNECTION_WAS_REUSED, seen(facts.reuse())), facts)
              .becauseAbsent(Claim.NO_RESPONSE_BYTE);
      case WAIT_EMPTY_REPLY, SEND_RESET, SEND_INCOMPLETE ->
          finding.becauseAbsent(Claim.NO_RESPONSE_BYTE);
      default -> MissingProof.argue(finding, facts); // The stream causes.
    };
  }

  private static boolean wasLookedAt(ConnectionReuse reuse) {
    return reuse.wasSeenDead() || reuse.wasSeenOpen();
  }

  /** What a look at the socket says for or against. */
  private static Finding reuse(Finding finding, AttemptFacts facts) {
    ConnectionReuse reuse = facts.reuse();
    if (reuse != null && reuse.wasSeenDead()) {
      return finding.because(Claim.ENDED_BEFORE_THE_REQUEST, reuse.seen());
    }
    return reuse != null && reuse.wasSeenOpen()
        ? finding.against(Claim.OPEN_BEFORE_THE_REQUEST, reuse.seen())
        : finding;
  }

  private static @Nullable Seen<ConnectionReused> seen(@Nullable ConnectionReuse reuse) {
    return reuse == null ? null : reuse.seen();
  }
}
