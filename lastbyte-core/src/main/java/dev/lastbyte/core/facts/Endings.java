// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.ResetCode;
import dev.lastbyte.core.event.CloseEvent.StreamReset;
import dev.lastbyte.core.event.ConnectionEvent.DialFailed;
import dev.lastbyte.core.event.ConnectionEvent.GoAwayReceived;
import dev.lastbyte.core.event.ConnectionEvent.LookupFailed;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailed;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailed;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.LocalEvent.SetupFailed;
import dev.lastbyte.core.event.LocalEvent.TimerFired;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terminal evidence of an attempt: the first causal piece, which decides, and what came later.
 *
 * <p>Events are walked in order of time. Two rules bend that order, because of where evidence comes
 * from: what the application says of its own abort or timer explains the client's leaving even if
 * the word came in after the socket had closed; and an error that a program reported decides only
 * where nothing else was seen.
 *
 * @param id the place in the log that counts as the end
 * @param atNanos its time
 * @param later terminal evidence that came after the end, and so did not cause it
 */
record Endings(Ending first, int id, long atNanos, List<Ending> later) {

  static Endings in(AttemptEvents events) {
    List<Ending> found = new ArrayList<>();
    Seen<RunEvent> end = null;
    for (Seen<RunEvent> seen : events.all()) {
      Ending ending = endingAt(seen, events);
      if (ending != null && found.isEmpty()) {
        end = seen;
        ending = explained(ending, events);
      }
      if (ending != null && !found.contains(ending)) {
        found.add(ending);
      }
    }
    return end == null
        ? lastResort(events)
        : new Endings(
            found.getFirst(),
            end.id(),
            end.event().atNanos(),
            List.copyOf(found.subList(1, found.size())));
  }

  private static @Nullable Ending endingAt(Seen<RunEvent> seen, AttemptEvents events) {
    int id = seen.id();
    return switch (seen.event()) {
      case SetupFailed failed -> new Ending.NotBegun(new Seen<>(id, failed));
      case LookupFailed failed -> new Ending.NoAddress(new Seen<>(id, failed));
      case DialFailed failed -> new Ending.NoConnection(new Seen<>(id, failed));
      case ProxyFailed failed -> new Ending.NoProxy(new Seen<>(id, failed));
      case TlsFailed failed -> new Ending.NoHandshake(new Seen<>(id, failed));
      case GoAwayReceived away when away.processed() == Known.NO ->
          new Ending.TurnedAway(new Seen<>(id, away));
      case ResponseStarted head when head.status() >= 400 ->
          new Ending.Refused(new Seen<>(id, head), events.first(ProviderFailed.class));
      case ProviderFailed failed -> new Ending.FailedInStream(new Seen<>(id, failed));
      case Malformed malformed when malformed.what().isOfFraming() ->
          new Ending.Broken(new Seen<>(id, malformed));
      case TerminalProven proof -> new Ending.Finished(new Seen<>(id, proof), cutIn(events));
      case TimerFired fired -> new Ending.TimedOut(new Seen<>(id, fired));
      case AbortRequested asked -> new Ending.Aborted(new Seen<>(id, asked));
      case CloseEvent closed -> closed(new Seen<>(id, closed), events);
      case BodyEnded ended -> bodyEnded(new Seen<>(id, ended), events);
      default -> null; // Any other event ends nothing.
    };
  }

  private static Ending closed(Seen<CloseEvent> seen, AttemptEvents events) {
    if (seen.event() instanceof StreamReset reset
        && reset.fromPeer()
        && reset.code() == ResetCode.REFUSED_STREAM
        && !events.has(ResponseStarted.class)) { // who answered has looked at it
      return new Ending.TurnedAway(seen);
    }
    if (!seen.event().byPeer()) {
      return new Ending.ClosedHere(seen);
    }
    return isProviderSide(seen.event())
        ? closedByProvider(seen, events)
        : new Ending.ClientGone(seen);
  }

  private static Ending closedByProvider(Seen<CloseEvent> seen, AttemptEvents events) {
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
    Seen<CloseEvent> closed = events.first(CloseEvent.class, CloseEvent::byPeer);
    if (closed != null) {
      return closed(closed, events);
    }
    return seen.event().how() == BodyEnd.CUT
        ? new Ending.BodyCut(seen)
        : new Ending.MessageEnded(seen);
  }

  /** A body whose end is that of its connection is whole only by an orderly one (RFC 9112 §8). */
  private static @Nullable Seen<CloseEvent> cutIn(AttemptEvents events) {
    Seen<BodyEnded> body = events.first(BodyEnded.class);
    Seen<CloseEvent> closed = events.first(CloseEvent.class, c -> c.byPeer() && isProviderSide(c));
    boolean whole =
        body != null
            && switch (body.event().how()) {
              case WHOLE -> true;
              case UNFRAMED -> closed == null || isOrderly(closed.event().mark());
              case CUT -> false;
            };
    return whole ? null : closed;
  }

  private static boolean isProviderSide(CloseEvent closed) {
    return closed.vantage().facesProvider();
  }

  private static boolean isOrderly(CloseMark mark) {
    return switch (mark) {
      case FIN, TLS_CLOSE_NOTIFY -> true;
      case RST, TLS_TRUNCATED, RST_STREAM, WEBSOCKET, UNKNOWN -> false;
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

  private static Endings lastResort(AttemptEvents events) {
    Seen<ProcessLost> lost = events.first(ProcessLost.class);
    if (lost != null) {
      return new Endings(new Ending.Lost(lost), lost.id(), lost.event().atNanos(), List.of());
    }
    Seen<ErrorSurfaced> error = events.first(ErrorSurfaced.class);
    return error != null
        ? new Endings(new Ending.Hinted(error), error.id(), error.event().atNanos(), List.of())
        : new Endings(new Ending.Unseen(), Integer.MAX_VALUE, events.lastAtNanos(), List.of());
  }
}
