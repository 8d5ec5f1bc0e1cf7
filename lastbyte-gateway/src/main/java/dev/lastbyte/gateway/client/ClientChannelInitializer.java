// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.gateway.exchange.ExchangeFactory;
import dev.lastbyte.gateway.exchange.Workers;
import dev.lastbyte.gateway.transport.EventLoopContext;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;

/** Receives clients. */
@Sharable
public final class ClientChannelInitializer extends ChannelInitializer<SocketChannel> {

  private final ExchangeFactory exchanges;
  private final Workers workers;
  private final @Nullable SslContext tls;

  public ClientChannelInitializer(
      ExchangeFactory exchanges, Workers workers, @Nullable SslContext tls) {
    this.exchanges = exchanges;
    this.workers = workers;
    this.tls = tls;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    exchanges.clients().add(channel);
    EventLoopContext context = workers.contextOf(channel.eventLoop());
    var client =
        new ClientHttp1Handler(
            new ClientConnection(exchanges, context, new ClientOutput(channel, context)));
    if (tls != null) {
      channel.pipeline().addLast(tls.newHandler(channel.alloc()));
    }
    channel.pipeline().addLast(new ProtocolDetector(exchanges, context, client), client);
  }
}
