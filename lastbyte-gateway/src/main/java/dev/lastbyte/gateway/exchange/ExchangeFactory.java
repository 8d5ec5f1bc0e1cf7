// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.RecoveryOptions;
import dev.lastbyte.gateway.Upstream;
import dev.lastbyte.gateway.admin.AdminEndpoint;
import dev.lastbyte.gateway.client.ClientConnection;
import dev.lastbyte.gateway.client.ClientTimeouts;
import dev.lastbyte.gateway.client.Route;
import dev.lastbyte.gateway.correlation.CorrelationHeaders;
import dev.lastbyte.gateway.local.LocalResponse;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.gateway.recording.RunRegistry;
import dev.lastbyte.gateway.security.AccessControl;
import dev.lastbyte.gateway.upstream.ConnectorConfig;
import dev.lastbyte.gateway.upstream.UpstreamConnector;
import dev.lastbyte.gateway.websocket.WebSocketUpgrade;
import dev.lastbyte.wire.RequestTap;
import dev.lastbyte.wire.ResponseTap;
import dev.lastbyte.wire.coding.Decoders;
import dev.lastbyte.wire.conversation.HashKey;
import dev.lastbyte.wire.http.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the connections of a gateway share.
 *
 * @param upstreams by name, in the order in which they were given
 * @param clients the open connections of clients
 * @param key what conversations are hashed with
 * @param decoders the content codings of requests and answers that can be followed
 * @param http2Upstream whether HTTP/2 is spoken to providers also for clients that do not
 * @param accessControl who is let in
 */
public record ExchangeFactory(
    Map<String, Upstream> upstreams,
    ConnectorConfig connectorConfig,
    RunRegistry runs,
    AdminEndpoint adminEndpoint,
    ChannelGroup clients,
    HashKey key,
    Decoders decoders,
    int maxConnections,
    ClientTimeouts clientTimeouts,
    RecoveryOptions recovery,
    ShadowDrains shadowDrains,
    boolean http2Upstream,
    AccessControl accessControl) {

  public boolean acceptsClient(Channel client) {
    return clients.find(client.id()) != null && clients.size() <= maxConnections;
  }

  /** A tap of the next request on a connection. */
  public RequestTap newRequestTap() {
    return new RequestTap(key, decoders);
  }

  /** Why a request does not get where it wants to, or null if it does. */
  @Nullable
  public LocalResponse refusal(Route route, RequestHead head) {
    LocalResponse refusal = accessControl.refusal(head.fields());
    return refusal != null
        ? refusal
        : switch (route) {
          case Route.ToAdmin to -> accessControl.refusalOfAdmin(head.fields());
          case Route.ToFrontPage page -> accessControl.refusalOfAdmin(head.fields());
          case Route.ToUpstream to -> null;
          case Route.Unknown nowhere -> null;
        };
  }

  public LocalResponse unknownUpstream() {
    return LocalResponse.error(
        404,
        "unknown_upstream",
        "a path begins with the name of an upstream, which is one of " + upstreams.keySet());
  }

  /** An exchange whose run has begun, and which is about to set out for the provider. */
  public Exchange newExchange(
      ClientConnection client,
      Worker worker,
      RequestTap request,
      RequestHead head,
      Route.ToUpstream to,
      ByteBuf body) {
    CorrelationHeaders names = CorrelationHeaders.from(head.fields(), key);
    Token provider = Token.orNull(to.upstream().name());
    RecordedRun run = runs.begin(provider, names, worker.checkpointer());
    var upgrade =
        new WebSocketUpgrade(
            head,
            request.dialect(),
            () -> runs.begin(provider, names.onConnection(), worker.checkpointer()),
            key,
            connectorConfig.clock());
    boolean toHead = head.method().equals("HEAD");
    long fromClient = (long) head.fields().headLength() + body.readableBytes();
    ByteBuf start = ForwardedHead.prependTo(body, head, to, accessControl.token() != null);
    var replayBuffer = new ReplayBuffer(recovery);
    return new Exchange(
        client,
        run,
        worker.context(),
        new UpstreamConnector(
            to.upstream(),
            connectorConfig,
            worker.pools(),
            run,
            replayBuffer,
            usesHttp2(client, head, to.upstream())),
        new RequestPipe(run, request, replayBuffer, upgrade, start, fromClient),
        new ResponsePipe(
            client.output(),
            worker.context(),
            run,
            () -> newResponseTap(run, request, toHead, upgrade)),
        upgrade,
        replayBuffer,
        shadowDrains);
  }

  /** Whoever speaks HTTP/1.1 gets its bytes passed on as they are, as long as that is possible. */
  private boolean usesHttp2(ClientConnection client, RequestHead head, Upstream upstream) {
    boolean wanted = client.isHttp2() || http2Upstream;
    boolean possible = upstream.tls() && head.http11() && !head.offersUpgrade();
    return upstream.priorKnowledge() || (wanted && possible);
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
