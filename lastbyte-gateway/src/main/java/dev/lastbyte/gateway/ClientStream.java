// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.gateway.http2.PeerReset;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.IOException;

/** What happens on one stream of a client, told to what stands for its connection. */
final class ClientStream extends ChannelInboundHandlerAdapter {

  private final ClientLink link;
  private final ClientConnection connection;

  ClientStream(ClientLink link, ClientConnection connection) {
    this.link = link;
    this.connection = connection;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    link.opened(connection);
    connection.opened();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    connection.received((ByteBuf) message);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    connection.writabilityChanged(ctx.channel().isWritable());
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof PeerReset reset) {
      connection.gone(new SideEnd.OfStream(reset.code()));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    switch (cause) {
      case Http2Exception broken -> connection.gone(new SideEnd.Broken(broken.error().code()));
      case IOException unwritten -> connection.gone(SideEnd.unknown());
      default -> connection.failed(cause);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    connection.stop(); // nobody else ended it
  }

  @Override
  public void channelUnregistered(ChannelHandlerContext ctx) {
    link.left(connection);
  }
}
