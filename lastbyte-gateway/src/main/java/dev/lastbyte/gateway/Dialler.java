// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.log.RunClock;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.Executor;

/**
 * Opens connections to providers. Sets no time-outs: the kernel's apply, and the client's own.
 *
 * @param lookups where look-ups may block
 */
record Dialler(
    Transport transport,
    Executor lookups,
    Surroundings.NameLookup names,
    SslContext tls,
    RunClock clock) {

  /** Dials for an exchange, which hears of every step; returns at once. */
  Dial dialFor(Exchange exchange, Upstream upstream, Lane lane) {
    var dial = new Dial(this, exchange, upstream, lane);
    dial.start();
    return dial;
  }

  Bootstrap bootstrap(Upstream upstream, Lane lane) {
    return new Bootstrap()
        .group(lane.loop())
        .channel(transport.dialled())
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
        // An answer that came before a failed write is still worth reading.
        .option(ChannelOption.AUTO_CLOSE, false)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                if (upstream.tls()) {
                  channel.pipeline().addLast(handshakerFor(upstream, channel));
                }
              }
            });
  }

  private SslHandler handshakerFor(Upstream upstream, SocketChannel channel) {
    SslHandler handler = tls.newHandler(channel.alloc(), upstream.host(), upstream.port());
    handler.setHandshakeTimeoutMillis(0);
    return handler;
  }
}
