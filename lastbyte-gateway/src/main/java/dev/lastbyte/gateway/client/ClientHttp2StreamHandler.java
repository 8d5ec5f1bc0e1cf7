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

/** What happens on one stream of a client, told to its connection. */
final class ClientHttp2StreamHandler extends ChannelInboundHandlerAdapter {

  private final ClientHttp2Connection connection;
  private final ClientConnection stream;

  ClientHttp2StreamHandler(ClientHttp2Connection connection, ClientConnection stream) {
    this.connection = connection;
    this.stream = stream;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    connection.streamOpened(stream);
    stream.opened();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    stream.received((ByteBuf) message);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    stream.writabilityChanged(ctx.channel().isWritable());
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof PeerReset reset) {
      stream.clientClosed(new CloseKind.StreamClose(reset.code()));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    switch (cause) {
      case Http2Exception broken -> {
        stream.clientClosed(new CloseKind.ProtocolError(broken.error().code()));
        connection.streamBroken();
      }
      case IOException writeFailed -> stream.clientClosed(CloseKind.unknown());
      default -> stream.internalError(cause);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    stream.stop(); // no earlier event ended it
  }

  @Override
  public void channelUnregistered(ChannelHandlerContext ctx) {
    connection.streamClosed(stream);
  }
}
