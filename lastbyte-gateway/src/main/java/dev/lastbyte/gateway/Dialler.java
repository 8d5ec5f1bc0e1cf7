// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.log.RunClock;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.Executor;

/**
 * Opens connections to providers. Sets no time-outs unless somebody wants them: the kernel's apply,
 * and the client's own.
 *
 * @param lookups where look-ups may block
 * @param proxies which provider is reached through which proxy
 * @param stepMillis how long an address, a proxy or a handshake is waited for; 0 for no limit
 */
record Dialler(
    Transport transport,
    Executor lookups,
    Surroundings.NameLookup names,
    UpstreamTls tls,
    ProxyRules proxies,
    int stepMillis,
    RunClock clock) {

  /** Sets up a connection; what is spoken on it comes with its pipeline, once it stands. */
  Bootstrap bootstrap(Lane lane) {
    return new Bootstrap()
        .group(lane.loop())
        .channel(transport.dialled())
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
        // An answer that came before a failed write is still worth reading.
        .option(ChannelOption.AUTO_CLOSE, false)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, stepMillis)
        .handler(new Nothing());
  }

  /** A pipeline that holds nothing yet; Netty asks for one handler at least. */
  private static final class Nothing extends ChannelInitializer<SocketChannel> {
    @Override
    protected void initChannel(SocketChannel channel) {}
  }

  /** Begins the handshake as soon as it is part of the pipeline. */
  SslHandler handshakerFor(Upstream upstream, Channel channel, boolean inFrames) {
    SslHandler handler =
        tls.context(inFrames).newHandler(channel.alloc(), upstream.host(), upstream.port());
    handler.setHandshakeTimeoutMillis(stepMillis);
    return handler;
  }
}
