// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent.DialFailed;
import dev.lastbyte.core.event.ConnectionEvent.LookupFailed;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailed;
import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.LocalEvent.TimerFired;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first causal terminal evidence.
 *
 * <p>Events are walked in order of time. Two rules bend that order, because of where evidence comes
 * from: what the application says of its own abort or timer explains the client's leaving even if
 * the word came in after the socket had closed; and an error that a program reported decides only
 * where nothing else was seen.
 *
 * @param id the place in the log that counts as the end
 * @param atNanos its time
 */
record FirstEnding(Ending ending, int id, long atNanos) {

  static FirstEnding in(AttemptEvents events) {
    for (Seen<RunEvent> seen : events.all()) {
      Ending ending = endingAt(seen, events);
      if (ending != null) {
        return new FirstEnding(explained(ending, events), seen.id(), seen.event().atNanos());
      }
    }
    return lastResort(events);
  }

  private static @Nullable Ending endingAt(Seen<RunEvent> seen, AttemptEvents events) {
    int id = seen.id();
    return switch (seen.event()) {
      case LookupFailed failed -> new Ending.NoAddress(new Seen<>(id, failed));
      case DialFailed failed -> new Ending.NoConnection(new Seen<>(id, failed));
      case TlsFailed failed -> new Ending.NoHandshake(new Seen<>(id, failed));
      case ResponseStarted head when head.status() >= 400 ->
          new Ending.Refused(new Seen<>(id, head), events.first(ProviderFailed.class));
      case ProviderFailed failed -> new Ending.FailedInStream(new Seen<>(id, failed));
      case TerminalProven proof -> new Ending.Finished(new Seen<>(id, proof), cutIn(events));
      case TimerFired fired -> new Ending.TimedOut(new Seen<>(id, fired));
      case AbortRequested asked -> new Ending.Aborted(new Seen<>(id, asked));
      case PeerClosed closed -> closedByPeer(new Seen<>(id, closed), events);
      case LocalClosed closed -> new Ending.ClosedHere(new Seen<>(id, closed));
      case BodyEnded ended -> bodyEnded(new Seen<>(id, ended), events);
      default ->
          null; // Any other event ends nothing; new kinds are covered by the tests of Ending.
    };
  }

  private static @Nullable Seen<PeerClosed> cutIn(AttemptEvents events) {
    Seen<BodyEnded> body = events.first(BodyEnded.class);
    boolean whole = body != null && body.event().how() != BodyEnd.CUT;
    return whole ? null : events.first(PeerClosed.class, c -> c.vantage().facesProvider());
  }

  private static Ending closedByPeer(Seen<PeerClosed> seen, AttemptEvents events) {
    if (!seen.event().vantage().facesProvider()) {
      return new Ending.ClientGone(seen);
    }
    Seen<BodyEnded> body = events.first(BodyEnded.class);
    if (body != null && body.event().how() == BodyEnd.UNFRAMED && isOrderly(seen.event().mark())) {
      return new Ending.MessageEnded(body);
    }
    return new Ending.PeerEnded(seen);
  }

  private static Ending bodyEnded(Seen<BodyEnded> seen, AttemptEvents events) {
    if (seen.event().how() == BodyEnd.WHOLE) {
      return new Ending.MessageEnded(seen);
    }
    Seen<PeerClosed> closed = events.first(PeerClosed.class, c -> c.vantage().facesProvider());
    Seen<PeerClosed> client = events.first(PeerClosed.class, c -> !c.vantage().facesProvider());
    if (closed == null) {
      return client != null
          ? new Ending.ClientGone(client)
          : seen.event().how() == BodyEnd.CUT
              ? new Ending.BodyCut(seen)
              : new Ending.MessageEnded(seen);
    }
    return closedByPeer(closed, events);
  }

  private static boolean isOrderly(CloseMark mark) {
    return switch (mark) {
      case FIN, TLS_CLOSE_NOTIFY -> true;
      case RST, TLS_TRUNCATED, UNKNOWN -> false;
    };
  }

  /** The client's leaving, explained by what the application says of it, whenever it said so. */
  private static Ending explained(Ending ending, AttemptEvents events) {
    if (!(ending instanceof Ending.ClientGone)) {
      return ending;
    }
    Seen<TimerFired> timer = events.first(TimerFired.class);
    Seen<AbortRequested> abort = events.first(AbortRequested.class);
    if (timer != null && (abort == null || timer.id() < abort.id())) {
      return new Ending.TimedOut(timer);
    }
    return abort != null ? new Ending.Aborted(abort) : ending;
  }

  private static FirstEnding lastResort(AttemptEvents events) {
    Seen<ProcessLost> lost = events.first(ProcessLost.class);
    if (lost != null) {
      return new FirstEnding(new Ending.Lost(lost), lost.id(), lost.event().atNanos());
    }
    Seen<ErrorSurfaced> error = events.first(ErrorSurfaced.class);
    return error != null
        ? new FirstEnding(new Ending.Hinted(error), error.id(), error.event().atNanos())
        : new FirstEnding(new Ending.Unseen(), Integer.MAX_VALUE, events.lastAtNanos());
  }
}
