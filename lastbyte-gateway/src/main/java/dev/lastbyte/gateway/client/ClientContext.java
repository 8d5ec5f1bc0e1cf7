// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.gateway.admin.AdminEndpoint;
import dev.lastbyte.gateway.exchange.ExchangeFactory;
import dev.lastbyte.gateway.local.LocalResponse;
import dev.lastbyte.gateway.security.AccessControl;
import dev.lastbyte.gateway.upstream.UpstreamTarget;
import dev.lastbyte.wire.http.RequestHead;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the connections of clients share. Thread-safe.
 *
 * @param upstreams by name, in the order in which they were given
 * @param accessControl which clients are let in
 * @param clients the open connections of clients
 * @param headMemory what the heads of their requests take together
 * @param nonTlsClients takes note of those that do not speak the TLS that is served
 */
public record ClientContext(
    Map<String, UpstreamTarget> upstreams,
    ExchangeFactory exchanges,
    AdminEndpoint admin,
    AccessControl accessControl,
    ChannelGroup clients,
    int maxConnections,
    ClientTimeouts timeouts,
    HeadMemory headMemory,
    NonTlsClients nonTlsClients) {

  boolean acceptsClient(Channel client) {
    return clients.find(client.id()) != null && clients.size() <= maxConnections;
  }

  /** Why a request is not served, or null if it is. */
  @Nullable LocalResponse refusal(Route route, RequestHead head) {
    LocalResponse refusal = accessControl.refusal(head.fields());
    if (refusal == null && head.method().equals("CONNECT")) {
      return LocalResponse.error(405, "method_not_allowed", "the gateway opens no tunnels");
    }
    return refusal != null
        ? refusal
        : switch (route) {
          case Route.ToAdmin to -> accessControl.refusalOfAdmin(head.fields());
          case Route.ToFrontPage page -> accessControl.refusalOfAdmin(head.fields());
          case Route.ToUpstream to ->
              to.upstream().isPrivate()
                  ? accessControl.refusalOfPrivateUpstream(head.fields())
                  : null;
          case Route.Unknown nowhere -> null;
        };
  }

  LocalResponse unknownUpstream() {
    return LocalResponse.error(
        404,
        "unknown_upstream",
        "a path begins with the name of an upstream, which is one of " + upstreams.keySet());
  }
}
