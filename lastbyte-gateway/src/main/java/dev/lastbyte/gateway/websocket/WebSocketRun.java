// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.websocket;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.CloseEvent.WebSocketClosed;
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.gateway.correlation.RunHandle;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.wire.websocket.WebSocketRequest;
import dev.lastbyte.wire.websocket.WebSocketResponse;
import java.util.function.LongSupplier;

/** One response that was asked for on a WebSocket: a run of its own. */
final class WebSocketRun {

  private final RecordedRun run;
  private final WebSocketResponse response;
  private long requestBytes;
  private long received;

  WebSocketRun(RecordedRun run, LongSupplier epochMillis) {
    this.run = run;
    this.response =
        new WebSocketResponse(
            run.recorder(),
            run.recorder().meter(RunHandle.FIRST_ATTEMPT, Vantage.GATEWAY_UP),
            RunHandle.FIRST_ATTEMPT,
            Vantage.GATEWAY_UP,
            epochMillis);
    run.record(new RequestBegan(run.upstreamStamp()));
  }

  RecordedRun run() {
    return run;
  }

  /** All of the request came. */
  void requestComplete(WebSocketRequest request, long bytes) {
    requestBytes = bytes;
    run.describe(request.describe(run.downstreamStamp()), request.conversation());
  }

  /** All of the request was handed to the provider's connection. */
  void requestSent() {
    run.record(new RequestSent(run.upstreamStamp(), requestBytes));
  }

  /** Bytes came from the provider while it was this run's turn. */
  void received(int bytes) {
    received += bytes;
    long now = run.now();
    run.checkpoint(now);
    response.at(now);
  }

  WebSocketResponse response() {
    return response;
  }

  /** The response is over; the connection may go on. */
  void responseComplete() {
    run.record(new BodyEnded(run.upstreamStamp(), received, run.now(), BodyEnd.WHOLE));
    run.end();
  }

  void endWithCloseFrame(Vantage vantage, int code) {
    run.record(new WebSocketClosed(stamp(vantage), code, true));
    run.end();
  }

  void providerClosed(CloseMark mark) {
    run.record(new PeerClosed(run.upstreamStamp(), mark, received, requestBytes));
    run.end();
  }

  void clientClosed(CloseMark mark, CloseMark localMark) {
    run.record(new PeerClosed(run.downstreamStamp(), mark, requestBytes, received));
    run.record(new LocalClosed(run.upstreamStamp(), localMark, received, requestBytes));
    run.end();
  }

  void stopped(CloseMark localMark) {
    run.record(new LocalClosed(run.downstreamStamp(), CloseMark.FIN, requestBytes, received));
    run.record(new LocalClosed(run.upstreamStamp(), localMark, received, requestBytes));
    run.end();
  }

  /** What becomes of it cannot be told. */
  void endUntracked() {
    response.lost(false);
    run.end();
  }

  void requestMalformed() {
    run.record(new Malformed(run.downstreamStamp(), Malformation.HTTP_FRAMING));
  }

  private Stamp stamp(Vantage vantage) {
    return vantage == Vantage.GATEWAY_UP ? run.upstreamStamp() : run.downstreamStamp();
  }
}
