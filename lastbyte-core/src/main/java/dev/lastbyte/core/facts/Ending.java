// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.ConnectionEvent.DialFailed;
import dev.lastbyte.core.event.ConnectionEvent.LookupFailed;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailed;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailed;
import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.LocalEvent.SetupFailed;
import dev.lastbyte.core.event.LocalEvent.TimerFired;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.StreamBroke;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import org.jspecify.annotations.Nullable;

/** The first causal terminal evidence of an attempt. What cleanup does later never changes it. */
public sealed interface Ending {

  /** The client could not even begin. */
  record NotBegun(Seen<SetupFailed> seen) implements Ending {}

  /** The provider's name has no address. */
  record NoAddress(Seen<LookupFailed> seen) implements Ending {}

  /** No connection came about. */
  record NoConnection(Seen<DialFailed> seen) implements Ending {}

  /** The proxy did not open the connection. */
  record NoProxy(Seen<ProxyFailed> seen) implements Ending {}

  /** The TLS handshake failed. */
  record NoHandshake(Seen<TlsFailed> seen) implements Ending {}

  /**
   * The server proved that it did not process the request: REFUSED_STREAM, or a GOAWAY that leaves
   * our stream out.
   */
  record TurnedAway(Seen<? extends RunEvent> seen) implements Ending {}

  /**
   * The response's status says no.
   *
   * @param said what its body said of it, or null if that told nothing
   */
  record Refused(Seen<ResponseStarted> seen, @Nullable Seen<ProviderFailed> said)
      implements Ending {}

  /** An error event came inside a stream that had begun well. */
  record FailedInStream(Seen<ProviderFailed> seen) implements Ending {}

  /** The provider's side ended the connection before the response was whole. */
  record PeerEnded(Seen<CloseEvent> seen) implements Ending {}

  /** The bytes of the response are no HTTP, or no frames of a stream, from here on. */
  record Broken(Seen<Malformed> seen) implements Ending {}

  /** The body stopped before its framing said so, and no vantage saw who closed. */
  record BodyCut(Seen<BodyEnded> seen) implements Ending {}

  /** The message ended by HTTP's own rules, without the dialect's proof. */
  record MessageEnded(Seen<BodyEnded> seen) implements Ending {}

  /**
   * The dialect's proof of a whole response was seen before anything else ended the attempt.
   *
   * @param cut the provider's side closing before HTTP's own end, or null if it did not
   */
  record Finished(Seen<TerminalProven> seen, @Nullable Seen<CloseEvent> cut) implements Ending {}

  /** The client went away first, and nothing says why. */
  record ClientGone(Seen<CloseEvent> seen) implements Ending {}

  /** Our own side ended the connection first. */
  record ClosedHere(Seen<CloseEvent> seen) implements Ending {}

  /** A timer of the client's own fired. */
  record TimedOut(Seen<TimerFired> seen) implements Ending {}

  /** The end was asked for. */
  record Aborted(Seen<AbortRequested> seen) implements Ending {}

  /** The recording process died. */
  record Lost(Seen<ProcessLost> seen) implements Ending {}

  /** The application says that the stream broke, and nothing says who ended it or how. */
  record BrokeOff(Seen<StreamBroke> seen) implements Ending {}

  /** Only an error that a program reported speaks of an end. */
  record Hinted(Seen<ErrorSurfaced> seen) implements Ending {}

  /** Nothing speaks of an end. */
  record Unseen() implements Ending {}
}
