// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.gateway.http2.PeerReset;
import dev.lastbyte.gateway.transport.CloseKind;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.IOException;

/** What happens on one stream of a client, told to what stands for its connection. */
final class ClientHttp2StreamHandler extends ChannelInboundHandlerAdapter {

  private final ClientHttp2Connection link;
  private final ClientConnection connection;

  ClientHttp2StreamHandler(ClientHttp2Connection link, ClientConnection connection) {
    this.link = link;
    this.connection = connection;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    link.streamOpened(connection);
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
      connection.clientClosed(new CloseKind.StreamClose(reset.code()));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    switch (cause) {
      case Http2Exception broken ->
          connection.clientClosed(new CloseKind.ProtocolError(broken.error().code()));
      case IOException writeFailed -> connection.clientClosed(CloseKind.unknown());
      default -> connection.internalError(cause);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    connection.stop(); // nobody else ended it
  }

  @Override
  public void channelUnregistered(ChannelHandlerContext ctx) {
    link.streamClosed(connection);
  }
}
