// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.gateway.exchange.ExchangeFactory;
import dev.lastbyte.gateway.exchange.Worker;
import dev.lastbyte.gateway.exchange.Workers;
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
    Worker worker = workers.of(channel.eventLoop());
    var client =
        new ClientHttp1Handler(
            new ClientConnection(exchanges, worker, new ClientOutput(channel, worker.context())));
    if (tls != null) {
      channel.pipeline().addLast(tls.newHandler(channel.alloc()));
    }
    channel.pipeline().addLast(new ProtocolDetector(exchanges, worker, client), client);
  }
}
