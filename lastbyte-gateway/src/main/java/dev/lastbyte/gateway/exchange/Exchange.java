// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.LifeEvent.RetryReason;
import dev.lastbyte.gateway.exchange.ExchangeState.Detached;
import dev.lastbyte.gateway.exchange.ExchangeState.Open;
import dev.lastbyte.gateway.exchange.ExchangeState.Tunnel;
import dev.lastbyte.gateway.local.LocalResponse;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.gateway.transport.CloseKind;
import dev.lastbyte.gateway.transport.EventLoopContext;
import dev.lastbyte.gateway.upstream.ConnectFailure;
import dev.lastbyte.gateway.upstream.ConnectResult;
import dev.lastbyte.gateway.upstream.UpstreamConnection;
import dev.lastbyte.gateway.upstream.UpstreamConnector;
import dev.lastbyte.gateway.upstream.UpstreamListener;
import dev.lastbyte.gateway.websocket.WebSocketUpgrade;
import io.netty.buffer.ByteBuf;

/**
 * One request of a client and its response: carries the bytes between the two connections, and
 * records the run. Where it stands, its {@link ExchangeState} says. Used on its event loop only.
 */
public final class Exchange implements UpstreamListener {

  private final ExchangeClient client;
  private final ResponseSink output;
  private final RecordedRun run;
  private final EventLoopContext context;
  private final UpstreamConnector connector;
  private final RequestPipe requestPipe;
  private final ResponsePipe responsePipe;
  private final WebSocketUpgrade upgrade;
  private final RetryGate retryGate;
  private final CloseRecorder closeRecorder;
  private final ShadowDrains shadowDrains;
  private ExchangeState state = Detached.CONNECTING;

  Exchange(
      ExchangeClient client,
      ResponseSink output,
      RecordedRun run,
      EventLoopContext context,
      UpstreamConnector connector,
      RequestPipe request,
      ResponsePipe response,
      WebSocketUpgrade upgrade,
      RetryGate retryGate,
      ShadowDrains shadowDrains) {
    this.client = client;
    this.output = output;
    this.run = run;
    this.context = context;
    this.connector = connector;
    this.requestPipe = request;
    this.responsePipe = response;
    this.upgrade = upgrade;
    this.retryGate = retryGate;
    this.closeRecorder = new CloseRecorder(run, request, response);
    this.shadowDrains = shadowDrains;
    request.whenSent(this::requestSent);
    response.whenSent(this::responseSent);
  }

  @Override
  public RecordedRun run() {
    return run;
  }

  /** Sets out for the provider. */
  public void start() {
    requestPipe.describeIfComplete();
    connector.connect(this::connectFinished);
  }

  private void connectFinished(ConnectResult result) {
    switch (result) {
      case ConnectResult.Established established -> connected(established.connection());
      case ConnectFailure failure -> connectFailed(failure);
    }
  }

  private void connected(UpstreamConnection upstream) {
    state = new Open(upstream);
    upstream.attach(this);
    responsePipe.startAttempt(upstream.isHttp2());
    requestPipe.start(upstream);
    client.adjustReading();
  }

  private void connectFailed(ConnectFailure failure) {
    if (startsRetry(RetryReason.CONNECTION)) {
      return;
    }
    state = Detached.ENDED;
    requestPipe.discard();
    endRun();
    client.respond(LocalResponse.error(502, failure.code(), failure.message()).forRun(run.id()));
  }

  private boolean startsRetry(RetryReason reason) {
    boolean retries = state != Detached.ENDED && retryGate.tryRetry(reason, this::pauseEnded);
    if (retries) {
      state = Detached.BACKING_OFF;
    }
    return retries;
  }

  private void pauseEnded() {
    state = Detached.CONNECTING;
    run.startNextAttempt();
    responsePipe.startNextAttempt();
    requestPipe.startNextAttempt();
    connector.connectAnew(this::connectFinished);
  }

  /** Takes over bytes of the request, or of what a connection was upgraded to. */
  public void fromClient(ByteBuf bytes) {
    requestPipe.received(bytes);
    upgrade.fromClient(bytes, context);
    switch (state) {
      case Open open -> requestPipe.send(bytes, open.upstream());
      case Tunnel tunnel -> requestPipe.send(bytes, tunnel.upstream());
      case Detached.CONNECTING, Detached.BACKING_OFF -> requestPipe.enqueue(bytes);
      case Detached.UPSTREAM_CLOSED, Detached.ENDED -> bytes.release();
    }
  }

  /** Whether this side can take more of the request now. */
  public boolean isWritable() {
    return switch (state) {
      case Open open -> open.upstream().isWritable();
      case Tunnel tunnel -> tunnel.upstream().isWritable();
      case Detached.CONNECTING, Detached.BACKING_OFF -> requestPipe.hasRoom();
      case Detached.UPSTREAM_CLOSED, Detached.ENDED -> true;
    };
  }

  private void requestSent() {
    if (state != Detached.ENDED && requestPipe.markDelivered()) {
      endIfComplete();
    }
  }

  @Override
  public void fromProvider(ByteBuf bytes) {
    boolean any = responsePipe.feed(bytes);
    if (!any) {
      bytes.release();
    } else if (retryGate.isHoldingBack()) {
      holdBack(bytes);
    } else {
      releaseHeld();
      responsePipe.forward(bytes);
    }
    if (state instanceof Open open && isTunnel()) {
      state = new Tunnel(open.upstream());
      upgraded();
    }
  }

  /** Keeps an error back until it is whole, and decides whether to try again. */
  private void holdBack(ByteBuf bytes) {
    boolean room = retryGate.hold(bytes);
    UpstreamConnection upstream = state.upstream();
    if (responsePipe.isComplete() && upstream != null && startsRetry(RetryReason.STATUS)) {
      if (responsePipe.leavesConnectionReusable()) {
        upstream.release();
      } else {
        upstream.close();
      }
    } else if (responsePipe.isComplete() || !room) {
      releaseHeld();
    }
  }

  private void releaseHeld() {
    ByteBuf bytes = retryGate.takeHeld();
    if (bytes != null) {
      responsePipe.forward(bytes);
    }
  }

  /** Ends the run of a WebSocket's upgrade: each response on the WebSocket is a run of its own. */
  private void upgraded() {
    if (upgrade.isFollowed()) {
      responsePipe.providerClosed();
      endRun();
    }
    client.serve();
  }

  private void responseSent() {
    if (state != Detached.ENDED) {
      responsePipe.markDelivered();
      endIfComplete();
    }
  }

  @Override
  public void providerWritabilityChanged() {
    client.adjustReading();
  }

  public void clientWritabilityChanged(boolean writable) {
    UpstreamConnection upstream = state.upstream();
    if (upstream != null) {
      upstream.setReading(writable);
    }
  }

  /** Whether the connection was upgraded, so that both sides' bytes have no bounds any more. */
  public boolean isTunnel() {
    return responsePipe.isUpgrade();
  }

  /** The client gets to see the same, after all that came before. */
  @Override
  public void providerClosed(CloseKind end) {
    context.flushes().run(); // what came before the end may have been all, and have ended this
    if (state == Detached.ENDED) {
      return;
    }
    state = Detached.UPSTREAM_CLOSED;
    responsePipe.providerClosed();
    closeRecorder.providerClosed(end);
    if (startsRetry(RetryReason.CONNECTION)) {
      return;
    }
    releaseHeld();
    upgrade.providerClosed(end.closeMark());
    boolean nothingLeft = responsePipe.isComplete() && requestPipe.isDelivered();
    if (!nothingLeft) {
      output.whenFlushed(() -> endClient(output.mirror(end)));
    }
  }

  private void endClient(CloseKind end) {
    if (state != Detached.ENDED) {
      state = Detached.ENDED;
      closeRecorder.closingClient(end);
      endRun();
      client.end(end);
    }
  }

  @Override
  public void heartbeat() {
    responsePipe.heartbeat();
  }

  /** The client's side ended: the provider must stop at once, unless it is to be watched. */
  public void clientClosed(CloseKind end) {
    if (state == Detached.ENDED) {
      return;
    }
    closeRecorder.clientClosed(end);
    if (!startShadowDrain()) {
      upgrade.clientClosed(end.closeMark(), localCloseMark());
      abandon();
    }
  }

  /** Reads the response on without its client, if that is wanted, and there is room. */
  private boolean startShadowDrain() {
    UpstreamConnection upstream = state.upstream();
    if (upstream == null || !isWorthDraining()) {
      return false;
    }
    var shadow = new ShadowDrain(shadowDrains, run, responsePipe, upstream, context.loop());
    if (!shadowDrains.add(shadow)) {
      return false;
    }
    state = Detached.ENDED;
    endRun();
    shadow.start();
    return true;
  }

  /** Whether the rest of the response can still show how it would have ended. */
  private boolean isWorthDraining() {
    return requestPipe.isDelivered() && !isTunnel() && !responsePipe.isComplete();
  }

  /**
   * The rest of the request is malformed, so that no reader can tell where it ends.
   *
   * @param reason a stable word
   */
  public void requestMalformed(String reason) {
    closeRecorder.requestMalformed();
    closeRecorder.closingClient(CloseKind.fin());
    abandon();
    if (responsePipe.sent() == 0) {
      client.respond(LocalResponse.malformed(reason).forRun(run.id()));
    } else {
      output.whenFlushed(() -> client.end(CloseKind.fin()));
    }
  }

  @Override
  public void internalError(Throwable fault) {
    run.internalError(fault);
    client.stop();
  }

  /** The gateway itself ends. */
  public void stop() {
    if (state != Detached.ENDED) {
      closeRecorder.closingClient(CloseKind.fin());
      upgrade.stopped(localCloseMark());
      abandon();
    }
  }

  private CloseMark localCloseMark() {
    UpstreamConnection upstream = state.upstream();
    return upstream == null ? CloseMark.FIN : upstream.localCloseKind().closeMark();
  }

  private void abandon() {
    ExchangeState left = state;
    state = Detached.ENDED;
    if (left.isAwaitingConnection()) {
      connector.cancel();
      requestPipe.discard();
    }
    UpstreamConnection upstream = left.upstream();
    if (upstream != null) {
      closeRecorder.closingProvider(upstream);
      upstream.close();
      responsePipe.providerClosed();
    }
    endRun();
  }

  private void endIfComplete() {
    if (requestPipe.isDelivered() && responsePipe.isDelivered()) {
      UpstreamConnection upstream = state.upstream();
      state = Detached.ENDED;
      endRun();
      boolean keep = responsePipe.leavesConnectionReusable() && requestPipe.keepsAlive();
      if (upstream != null && (keep || upstream.isHttp2())) {
        upstream.release();
      } else if (upstream != null) {
        upstream.close();
      }
      client.exchangeFinished(keep);
    }
  }

  private void endRun() {
    retryGate.close();
    requestPipe.describe(); // what was seen of a request that never came to its end
    run.end();
  }
}
