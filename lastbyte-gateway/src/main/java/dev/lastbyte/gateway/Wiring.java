// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.Vantage;
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
 * @param guard who is let in
 */
record Wiring(
    Map<String, Upstream> upstreams,
    Dialler dialler,
    Runs runs,
    OwnPages pages,
    ChannelGroup clients,
    HashKey key,
    Decoders decoders,
    int maxConnections,
    Limits limits,
    RecoveryOptions recovery,
    ShadowDrains drains,
    boolean http2Upstream,
    Guard guard) {

  boolean hasRoomFor(Channel client) {
    return clients.find(client.id()) != null && clients.size() <= maxConnections;
  }

  /** A tap of the next request on a connection. */
  RequestTap requestTap() {
    return new RequestTap(key, decoders);
  }

  /** Why a request does not get where it wants to, or null if it does. */
  @Nullable Answer refusal(Route route, RequestHead head) {
    Answer refusal = guard.refusal(head.fields());
    return refusal != null
        ? refusal
        : switch (route) {
          case Route.ToGateway to -> guard.refusalOfOwnPages(head.fields());
          case Route.ToFrontPage page -> guard.refusalOfOwnPages(head.fields());
          case Route.ToProvider to -> null;
          case Route.Nowhere nowhere -> null;
        };
  }

  Answer unknownUpstream() {
    return Answer.error(
        404,
        "unknown_upstream",
        "a path begins with the name of an upstream, which is one of " + upstreams.keySet());
  }

  /** An exchange whose run has begun, and which is about to set out for the provider. */
  Exchange exchange(
      ClientConnection client,
      Lane lane,
      RequestTap request,
      RequestHead head,
      Route.ToProvider to,
      ByteBuf body) {
    RequestNames names = RequestNames.in(head.fields(), key);
    RecordedRun run = runs.begin(to.upstream(), names, lane.openRuns());
    var upgrade =
        new Upgrade(
            head,
            request.dialect(),
            () -> runs.begin(to.upstream(), names.onConnection(), lane.openRuns()),
            key,
            dialler.clock());
    boolean toHead = head.method().equals("HEAD");
    long fromClient = (long) head.fields().headLength() + body.readableBytes();
    ByteBuf start = ForwardedHead.before(body, head, to, guard.token() != null);
    var resend = new Resend(recovery);
    return new Exchange(
        client,
        run,
        lane,
        new Reach(to.upstream(), dialler, lane, run, resend, inFrames(client, head, to.upstream())),
        new RequestWay(run, request, resend, upgrade, start, fromClient),
        new AnswerWay(client.output(), lane, run, () -> response(run, request, toHead, upgrade)),
        upgrade,
        resend,
        drains);
  }

  /** Whoever speaks HTTP/1.1 gets its bytes passed on as they are, as long as that is possible. */
  private boolean inFrames(ClientConnection client, RequestHead head, Upstream upstream) {
    boolean wanted = client.speaksInFrames() || http2Upstream;
    boolean possible = upstream.tls() && head.http11() && !head.offersUpgrade();
    return upstream.priorKnowledge() || (wanted && possible);
  }

  /** A tap of the response to the attempt at hand. */
  private ResponseTap response(
      RecordedRun run, RequestTap request, boolean toHead, Upgrade upgrade) {
    return new ResponseTap(
        run.recorder(),
        run.recorder().meter(run.attempt(), Vantage.GATEWAY_UP),
        run.attempt(),
        Vantage.GATEWAY_UP,
        request.dialect(),
        toHead,
        dialler.clock()::epochMillis,
        decoders,
        upgrade);
  }
}
