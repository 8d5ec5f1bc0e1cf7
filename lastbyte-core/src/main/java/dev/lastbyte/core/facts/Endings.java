// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.ResetCode;
import dev.lastbyte.core.event.CloseEvent.StreamReset;
import dev.lastbyte.core.event.ConnectionEvent.Connected;
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
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.StreamBroke;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terminal evidence of an attempt: the first causal piece, which decides, and what came later.
 *
 * <p>Events are walked in order of time, and the first decides whatever its kind: an abort, a timer
 * or a lost process that comes after an error explains nothing. {@link FirstEvidence} says which
 * pieces tell of one moment from two places.
 *
 * @param id the place in the log that counts as the end
 * @param atNanos its time
 * @param later terminal evidence that came after the end, and so did not cause it
 */
record Endings(Ending first, int id, long atNanos, List<Ending> later) {

  static Endings in(AttemptEvents events) {
    List<Evidence> found = new ArrayList<>();
    for (Seen<RunEvent> seen : events.all()) {
      Ending ending = endingAt(seen, events);
      if (ending != null && found.stream().noneMatch(known -> known.ending().equals(ending))) {
        found.add(new Evidence(ending, seen.id(), seen.event().atNanos()));
      }
    }
    if (found.isEmpty()) {
      return new Endings(new Ending.Unseen(), Integer.MAX_VALUE, events.lastAtNanos(), List.of());
    }
    FirstEvidence.Decision decision = FirstEvidence.of(found, events);
    Evidence decisive = decision.decisive();
    Evidence end = decision.end();
    return new Endings(decisive.ending(), end.id(), end.atNanos(), later(decisive, end, found));
  }

  /** A piece of terminal evidence, at its place in the log. */
  record Evidence(Ending ending, int id, long atNanos) {

    /** Whether this side of the wire ended the attempt, by its own word. */
    boolean isLocal() {
      return ending instanceof Ending.Aborted || ending instanceof Ending.TimedOut;
    }
  }

  /** What an error says once more of an end that was seen is no other end. */
  private static List<Ending> later(Evidence decisive, Evidence end, List<Evidence> found) {
    return found.stream()
        .filter(evidence -> evidence.id() >= end.id() || evidence.isLocal())
        .map(Evidence::ending)
        .filter(ending -> !ending.equals(decisive.ending()))
        .filter(ending -> !(ending instanceof Ending.Hinted))
        .toList();
  }

  private static @Nullable Ending endingAt(Seen<RunEvent> seen, AttemptEvents events) {
    int id = seen.id();
    return switch (seen.event()) {
      case SetupFailed failed ->
          wentOn(seen, events) ? null : new Ending.NotBegun(new Seen<>(id, failed));
      case LookupFailed failed ->
          wentOn(seen, events) ? null : new Ending.NoAddress(new Seen<>(id, failed));
      case DialFailed failed ->
          wentOn(seen, events) ? null : new Ending.NoConnection(new Seen<>(id, failed));
      case ProxyFailed failed ->
          wentOn(seen, events) ? null : new Ending.NoProxy(new Seen<>(id, failed));
      case TlsFailed failed ->
          wentOn(seen, events) ? null : new Ending.NoHandshake(new Seen<>(id, failed));
      case GoAwayReceived away when away.processed() == Known.NO && !wasAnswered(events) ->
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
      case ProcessLost lost -> new Ending.Lost(new Seen<>(id, lost));
      case StreamBroke broke -> new Ending.BrokeOff(new Seen<>(id, broke));
      case ErrorSurfaced error -> new Ending.Hinted(new Seen<>(id, error));
      default -> null; // Any other event ends nothing.
    };
  }

  /** Whether the attempt had a connection after all: by another address, or at another try. */
  private static boolean wentOn(Seen<RunEvent> failed, AttemptEvents events) {
    return events.first(
                RunEvent.class,
                event ->
                    event instanceof RequestBegan
                        || event instanceof RequestSent
                        || DeliveryReader.isOfAResponse(event))
            != null
        || events.all().stream()
            .anyMatch(seen -> seen.id() > failed.id() && seen.event() instanceof Connected);
  }

  private static boolean wasAnswered(AttemptEvents events) {
    return events.first(RunEvent.class, DeliveryReader::isOfAResponse) != null;
  }

  private static Ending closed(Seen<CloseEvent> seen, AttemptEvents events) {
    if (seen.event() instanceof StreamReset reset
        && reset.fromPeer()
        && reset.code() == ResetCode.REFUSED_STREAM
        && !wasAnswered(events)) {
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
}
