// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.LifeEvent.RetryReason;
import dev.lastbyte.gateway.client.ClientConnection;
import dev.lastbyte.gateway.client.ClientOutput;
import dev.lastbyte.gateway.local.LocalResponse;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.gateway.transport.CloseKind;
import dev.lastbyte.gateway.transport.EventLoopContext;
import dev.lastbyte.gateway.upstream.ConnectFailure;
import dev.lastbyte.gateway.upstream.UpstreamConnection;
import dev.lastbyte.gateway.upstream.UpstreamConnector;
import dev.lastbyte.gateway.upstream.UpstreamListener;
import dev.lastbyte.gateway.websocket.WebSocketUpgrade;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * One request of a client and its response: carries the bytes between the two connections, and
 * records the run. Used on its event loop only.
 *
 * <pre>
 * begin -&gt; (dialling | reused) -&gt; connected -&gt; over: request and response are through,
 *                                                   or either side ended first
 *               dialling       -&gt; unreachable: over
 * </pre>
 *
 * <p>Where recovery is on, an error that the client has no byte of may lead back to dialling.
 */
public final class Exchange implements UpstreamListener {

  private final ClientConnection client;
  private final ClientOutput output;
  private final RecordedRun run;
  private final EventLoopContext context;
  private final UpstreamConnector connector;
  private final RequestPipe requestPipe;
  private final ResponsePipe responsePipe;
  private final WebSocketUpgrade upgrade;
  private final RetryGate retryGate;
  private final CloseRecorder closeRecorder;
  private final ShadowDrains shadowDrains;
  private @Nullable UpstreamConnection upstream;
  private boolean upgradedToTunnel;
  private boolean ended;

  Exchange(
      ClientConnection client,
      RecordedRun run,
      EventLoopContext context,
      UpstreamConnector connector,
      RequestPipe request,
      ResponsePipe response,
      WebSocketUpgrade upgrade,
      ReplayBuffer replayBuffer,
      ShadowDrains shadowDrains) {
    this.client = client;
    this.output = client.output();
    this.run = run;
    this.context = context;
    this.connector = connector;
    this.requestPipe = request;
    this.responsePipe = response;
    this.upgrade = upgrade;
    this.retryGate = new RetryGate(connector, request, response, replayBuffer);
    this.closeRecorder = new CloseRecorder(run, request, response);
    this.shadowDrains = shadowDrains;
  }

  @Override
  public RecordedRun run() {
    return run;
  }

  /** Sets out for the provider. */
  public void start() {
    requestPipe.describeIfComplete();
    connector.connect(this);
  }

  public void connected(UpstreamConnection side) {
    connector.connectFinished();
    upstream = side;
    side.attach(this);
    responsePipe.startAttempt(side.isHttp2());
    requestPipe.start(side, this);
    client.adjustReading();
  }

  public void connectFailed(ConnectFailure reason) {
    connector.connectFinished();
    if (startsRetry(RetryReason.CONNECTION)) {
      return;
    }
    ended = true;
    requestPipe.discard();
    endRun();
    client.respond(LocalResponse.error(502, reason.code(), reason.message()).forRun(run.id()));
  }

  private boolean startsRetry(RetryReason reason) {
    return !ended && retryGate.tryRetry(reason, this);
  }

  /** The pause is over, and another attempt begins. */
  public void startNextAttempt() {
    run.startNextAttempt();
    responsePipe.startNextAttempt();
    requestPipe.startNextAttempt();
  }

  /** Takes over bytes of the request, or of what a connection was upgraded to. */
  public void fromClient(ByteBuf bytes) {
    requestPipe.received(bytes);
    upgrade.fromClient(bytes, context);
    if (upstream != null) {
      requestPipe.send(bytes, upstream, this);
    } else if (connector.isConnecting()) {
      requestPipe.enqueue(bytes);
    } else {
      bytes.release(); // the provider has ended, and the client is about to see it
    }
  }

  /** Whether this side can take more of the request now. */
  public boolean isWritable() {
    return upstream == null ? requestPipe.hasRoom() : upstream.isWritable();
  }

  /** All of the request was handed to the provider. */
  void requestSent() {
    if (!ended && requestPipe.markDelivered()) {
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
      responsePipe.forward(bytes, this);
    }
    if (!upgradedToTunnel && isTunnel()) {
      upgradedToTunnel = true;
      upgraded();
    }
  }

  /** Keeps an error back until it is whole, and says whether to try again. */
  private void holdBack(ByteBuf bytes) {
    boolean room = retryGate.hold(bytes);
    if (responsePipe.isComplete() && startsRetry(RetryReason.STATUS)) {
      releaseUpstream();
    } else if (responsePipe.isComplete() || !room) {
      releaseHeld();
    }
  }

  private void releaseHeld() {
    ByteBuf bytes = retryGate.takeHeld();
    if (bytes != null) {
      responsePipe.forward(bytes, this);
    }
  }

  private void releaseUpstream() {
    UpstreamConnection left = upstream;
    upstream = null;
    if (left != null && responsePipe.leavesConnectionReusable()) {
      left.release();
    } else if (left != null) {
      left.close();
    }
  }

  /** On a WebSocket that is followed each response is a run of its own: this one has its answer. */
  private void upgraded() {
    if (upgrade.isFollowed()) {
      responsePipe.providerClosed();
      endRun();
    }
    client.serve();
  }

  /** All of the answer was handed to the client. */
  void responseSent() {
    if (!ended) {
      responsePipe.markDelivered();
      endIfComplete();
    }
  }

  @Override
  public void providerWritabilityChanged() {
    client.adjustReading();
  }

  public void clientWritabilityChanged(boolean writable) {
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
    context.flushes().run(); // what came before the end may have been all
    if (ended) {
      return;
    }
    upstream = null;
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
    if (!ended) {
      ended = true;
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
    if (ended) {
      return;
    }
    closeRecorder.clientClosed(end);
    if (!startShadowDrain()) {
      upgrade.clientClosed(end.closeMark(), localCloseMark());
      abandon();
    }
  }

  /** Reads the answer on without its client, if that is wanted, and there is room. */
  private boolean startShadowDrain() {
    if (upstream == null || !isWorthDraining()) {
      return false;
    }
    var shadow = new ShadowDrain(shadowDrains, run, responsePipe, upstream, context.loop());
    if (!shadowDrains.add(shadow)) {
      return false;
    }
    ended = true;
    endRun();
    shadow.start();
    return true;
  }

  /** Whether something can still become of the answer, or nothing. */
  private boolean isWorthDraining() {
    return requestPipe.isDelivered() && !isTunnel() && !responsePipe.isComplete();
  }

  /**
   * The rest of the request is malformed, so that nobody can tell where it ends.
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
    if (!ended) {
      closeRecorder.closingClient(CloseKind.fin());
      upgrade.stopped(localCloseMark());
      abandon();
    }
  }

  private CloseMark localCloseMark() {
    return upstream == null ? CloseMark.FIN : upstream.localCloseKind().closeMark();
  }

  private void abandon() {
    ended = true;
    if (connector.isConnecting()) {
      connector.cancel();
      requestPipe.discard();
    }
    if (upstream != null) {
      closeRecorder.closingProvider(upstream);
      upstream.close();
      responsePipe.providerClosed();
    }
    endRun();
  }

  private void endIfComplete() {
    if (requestPipe.isDelivered() && responsePipe.isDelivered()) {
      ended = true;
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
