// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.gateway.exchange.Worker;
import dev.lastbyte.gateway.exchange.Workers;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;

/** Sets up the connections of clients as they are accepted. */
@Sharable
public final class ClientChannelInitializer extends ChannelInitializer<SocketChannel> {

  private final ClientContext shared;
  private final Workers workers;
  private final @Nullable SslContext tls;

  public ClientChannelInitializer(ClientContext shared, Workers workers, @Nullable SslContext tls) {
    this.shared = shared;
    this.workers = workers;
    this.tls = tls;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    shared.clients().add(channel);
    Worker worker = workers.of(channel.eventLoop());
    var client =
        new ClientHttp1Handler(
            new ClientConnection(shared, worker, new ClientOutput(channel, worker.context())),
            tls != null);
    if (tls != null) {
      channel.pipeline().addLast(tls.newHandler(channel.alloc()));
    }
    channel.pipeline().addLast(new ProtocolDetector(shared, worker, client, tls != null), client);
  }

  /**
   * What serves a client's channel; to be used on the channel's event loop.
   *
   * @return null if it is not served yet, or not any more
   */
  public static @Nullable DrainableConnection connectionOf(Channel client) {
    ClientHttp1Handler http1 = client.pipeline().get(ClientHttp1Handler.class);
    return http1 == null ? client.pipeline().get(ClientHttp2Connection.class) : http1.connection();
  }
}
