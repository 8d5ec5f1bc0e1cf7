// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;

/** Receives clients. */
@Sharable
final class Arrivals extends ChannelInitializer<SocketChannel> {

  private final Wiring wiring;
  private final Lanes lanes;
  private final @Nullable SslContext tls;

  Arrivals(Wiring wiring, Lanes lanes, @Nullable SslContext tls) {
    this.wiring = wiring;
    this.lanes = lanes;
    this.tls = tls;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    wiring.clients().add(channel);
    Lane lane = lanes.of(channel.eventLoop());
    var client =
        new ClientSocket(new ClientConnection(wiring, lane, new ClientOutput(channel, lane)));
    if (tls != null) {
      channel.pipeline().addLast(tls.newHandler(channel.alloc()));
    }
    channel.pipeline().addLast(new Preface(wiring, lane, client), client);
  }
}
