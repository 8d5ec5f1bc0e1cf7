// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.gateway.Environment;
import dev.lastbyte.gateway.ProxyRules;
import dev.lastbyte.gateway.Upstream;
import dev.lastbyte.gateway.security.UpstreamTls;
import dev.lastbyte.gateway.transport.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.Executor;

/**
 * Opens connections to providers. Sets no time-outs unless somebody wants them: the kernel's apply,
 * and the client's own.
 *
 * @param lookups where look-ups may block
 * @param proxies which provider is reached through which proxy
 * @param stepTimeoutMillis how long an address, a proxy or a handshake is waited for; 0 for no
 *     limit
 */
public record ConnectorConfig(
    Transport transport,
    Executor lookups,
    Environment.NameResolver resolver,
    UpstreamTls tls,
    ProxyRules proxies,
    int stepTimeoutMillis,
    RunClock clock) {

  /** Sets up a connection; what is spoken on it comes with its pipeline, once it stands. */
  Bootstrap bootstrap(EventLoop loop) {
    return new Bootstrap()
        .group(loop)
        .channel(transport.clientChannel())
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
        // An answer that came before a failed write is still worth reading.
        .option(ChannelOption.AUTO_CLOSE, false)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, stepTimeoutMillis)
        .handler(new EmptyInitializer());
  }

  /** A pipeline that holds nothing yet; Netty asks for one handler at least. */
  private static final class EmptyInitializer extends ChannelInitializer<SocketChannel> {
    @Override
    protected void initChannel(SocketChannel channel) {}
  }

  /** Begins the handshake as soon as it is part of the pipeline. */
  SslHandler newTlsHandler(Upstream upstream, Channel channel, boolean http2) {
    SslHandler handler =
        tls.context(http2).newHandler(channel.alloc(), upstream.host(), upstream.port());
    handler.setHandshakeTimeoutMillis(stepTimeoutMillis);
    return handler;
  }
}
