// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.privacy.RequestSecrets;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.correlation.CorrelationHeaders;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.gateway.recording.RunRegistry;
import dev.lastbyte.gateway.upstream.ConnectorConfig;
import dev.lastbyte.gateway.upstream.UpstreamConnector;
import dev.lastbyte.gateway.upstream.UpstreamTarget;
import dev.lastbyte.gateway.websocket.WebSocketUpgrade;
import dev.lastbyte.wire.RequestTap;
import dev.lastbyte.wire.ResponseTap;
import dev.lastbyte.wire.coding.Decoders;
import dev.lastbyte.wire.conversation.HashKey;
import dev.lastbyte.wire.http.RequestHead;
import io.netty.buffer.ByteBuf;

/**
 * Makes exchanges. Thread-safe; each exchange belongs to the event loop of its worker.
 *
 * @param key what conversations are hashed with
 * @param decoders the content codings of requests and responses that can be followed
 * @param http2Upstream whether HTTP/2 is spoken to providers also for clients that do not
 * @param tokenRequired whether the client's {@code Proxy-Authorization} is meant for the gateway
 */
public record ExchangeFactory(
    ConnectorConfig connectorConfig,
    RunRegistry runs,
    HashKey key,
    Decoders decoders,
    RetryLimits retryLimits,
    ShadowDrains shadowDrains,
    boolean http2Upstream,
    boolean tokenRequired) {

  /** A tap of the next request on a connection. */
  public RequestTap newRequestTap() {
    return new RequestTap(key, decoders);
  }

  /**
   * An exchange whose run has begun, and which is about to set out for the provider.
   *
   * @param http2Client whether the client speaks HTTP/2
   * @param request the tap that the request's bytes are shown to
   * @param requestTarget the request target as the provider gets it
   * @param body what there is of the request's body; taken over
   */
  public Exchange newExchange(
      ExchangeClient client,
      ResponseSink output,
      boolean http2Client,
      Worker worker,
      RequestTap request,
      RequestHead head,
      UpstreamTarget target,
      String requestTarget,
      ByteBuf body) {
    RequestSecrets secrets = head.secrets();
    CorrelationHeaders names =
        CorrelationHeaders.from(head.fields(), output.clientHost(), key, secrets);
    Token provider = Token.orNull(target.name());
    RunKey runKey = RunKey.of(head.fields(), names);
    RecordedRun run =
        runs.begin(provider, names, runKey.writeKey(), secrets, worker.checkpointer());
    var upgrade =
        new WebSocketUpgrade(
            head,
            request.dialect(),
            () ->
                runs.begin(
                    provider,
                    names.onConnection(),
                    runKey.writeKey(),
                    head.secrets(),
                    worker.checkpointer()),
            key,
            connectorConfig.clock());
    boolean toHead = head.method().equals("HEAD");
    long fromClient = (long) head.fields().headLength() + body.readableBytes();
    ByteBuf start = ForwardedHead.prependTo(body, head, target, requestTarget, tokenRequired);
    var replayBuffer = new ReplayBuffer(retryLimits);
    var requestPipe = new RequestPipe(run, request, replayBuffer, upgrade, start, fromClient);
    var responsePipe =
        new ResponsePipe(
            output,
            worker.context(),
            run,
            runKey.handedOut(),
            () -> newResponseTap(run, request, toHead, upgrade));
    return new Exchange(
        client,
        output,
        run,
        worker.context(),
        new UpstreamConnector(
            target, connectorConfig, worker.pools(), run, usesHttp2(http2Client, head, target)),
        requestPipe,
        responsePipe,
        upgrade,
        new RetryGate(worker.context().loop(), run, requestPipe, responsePipe, replayBuffer),
        shadowDrains);
  }

  /** The bytes of a client that speaks HTTP/1.1 go on as they are, as long as that is possible. */
  private boolean usesHttp2(boolean http2Client, RequestHead head, UpstreamTarget target) {
    boolean wanted = http2Client || http2Upstream;
    boolean possible = target.tls() && head.http11() && !head.offersUpgrade();
    return target.priorKnowledge() || (wanted && possible);
  }

  /** A tap of the response to the attempt at hand. */
  private ResponseTap newResponseTap(
      RecordedRun run, RequestTap request, boolean toHead, WebSocketUpgrade upgrade) {
    return new ResponseTap(
        run.recorder(),
        run.recorder().meter(run.attempt(), Vantage.GATEWAY_UP),
        run.attempt(),
        Vantage.GATEWAY_UP,
        request.dialect(),
        toHead,
        connectorConfig.clock()::epochMillis,
        decoders,
        upgrade);
  }
}
