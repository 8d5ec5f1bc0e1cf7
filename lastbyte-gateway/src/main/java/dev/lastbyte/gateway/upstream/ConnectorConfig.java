// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.core.log.RunClock;
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
 * How connections to providers are opened. There are no time-outs by default: the kernel's apply,
 * and the client's own.
 *
 * @param lookups where look-ups may block
 * @param stepTimeoutMillis how long an address, a proxy or a handshake is waited for; 0 for no
 *     limit
 */
public record ConnectorConfig(
    Transport transport,
    Executor lookups,
    NameResolver resolver,
    UpstreamTls tls,
    int stepTimeoutMillis,
    RunClock clock) {

  /** Sets up a connection; what is spoken on it comes with its pipeline, once it stands. */
  Bootstrap bootstrap(EventLoop loop) {
    return new Bootstrap()
        .group(loop)
        .channel(transport.clientChannel())
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
        // A response that came before a failed write is still worth reading.
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
  SslHandler newTlsHandler(UpstreamTarget upstream, Channel channel, boolean http2) {
    SslHandler handler =
        tls.context(http2).newHandler(channel.alloc(), upstream.host(), upstream.port());
    handler.setHandshakeTimeoutMillis(stepTimeoutMillis);
    return handler;
  }
}
