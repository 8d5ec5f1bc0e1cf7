// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

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
import dev.lastbyte.wire.websocket.ResponsesAnswer;
import dev.lastbyte.wire.websocket.ResponsesRequest;
import java.util.function.LongSupplier;

/** One response that was asked for on a WebSocket: a run of its own. */
final class SocketRun {

  private final RecordedRun run;
  private final ResponsesAnswer answer;
  private long requestBytes;
  private long received;

  SocketRun(RecordedRun run, LongSupplier epochMillis) {
    this.run = run;
    this.answer =
        new ResponsesAnswer(
            run.recorder(),
            run.recorder().meter(RecordedRun.ATTEMPT, Vantage.GATEWAY_UP),
            RecordedRun.ATTEMPT,
            Vantage.GATEWAY_UP,
            epochMillis);
    run.record(new RequestBegan(run.up()));
  }

  RecordedRun run() {
    return run;
  }

  /** All of the request came. */
  void asked(ResponsesRequest request, long bytes) {
    requestBytes = bytes;
    run.describe(request.describe(run.down()), request.conversation());
  }

  /** All of the request was handed to the provider's connection. */
  void sent() {
    run.record(new RequestSent(run.up(), requestBytes));
  }

  /** Bytes came from the provider while it was this run's turn. */
  void received(int bytes) {
    received += bytes;
    long now = run.now();
    run.goesOn(now);
    answer.at(now);
  }

  ResponsesAnswer answer() {
    return answer;
  }

  /** The response is over; the connection may go on. */
  void answered() {
    run.record(new BodyEnded(run.up(), received, run.now(), BodyEnd.WHOLE));
    run.end();
  }

  void endWithCloseFrame(Vantage vantage, int code) {
    run.record(new WebSocketClosed(stamp(vantage), code, true));
    run.end();
  }

  void providerEnded(CloseMark mark) {
    run.record(new PeerClosed(run.up(), mark, received, requestBytes));
    run.end();
  }

  void clientGone(CloseMark mark, CloseMark ours) {
    run.record(new PeerClosed(run.down(), mark, requestBytes, received));
    run.record(new LocalClosed(run.up(), ours, received, requestBytes));
    run.end();
  }

  void stopped(CloseMark ours) {
    run.record(new LocalClosed(run.down(), CloseMark.FIN, requestBytes, received));
    run.record(new LocalClosed(run.up(), ours, received, requestBytes));
    run.end();
  }

  /** What becomes of it cannot be told. */
  void endUnseen() {
    answer.lost(false);
    run.end();
  }

  void requestBroken() {
    run.record(new Malformed(run.down(), Malformation.HTTP_FRAMING));
  }

  private Stamp stamp(Vantage vantage) {
    return vantage == Vantage.GATEWAY_UP ? run.up() : run.down();
  }
}
