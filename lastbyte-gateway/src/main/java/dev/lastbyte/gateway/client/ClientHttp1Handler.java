// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.gateway.transport.CloseKind;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;

/** What happens on a client's socket, told to its connection. */
final class ClientHttp1Handler extends ChannelInboundHandlerAdapter {

  private final ClientConnection connection;

  ClientHttp1Handler(ClientConnection connection) {
    this.connection = connection;
  }

  ClientConnection connection() {
    return connection;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    connection.opened(ctx.channel());
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
    if (event instanceof SslCloseCompletionEvent close && close.isSuccess()) {
      connection.clientClosed(new CloseKind.ConnectionClose(CloseMark.TLS_CLOSE_NOTIFY));
    } else if (event instanceof ChannelInputShutdownEvent) {
      connection.clientClosed(tcpCloseKind(ctx));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException) {
      connection.clientClosed(CloseKind.rst());
    } else {
      connection.internalError(cause);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    connection.clientClosed(tcpCloseKind(ctx));
  }

  private static CloseKind tcpCloseKind(ChannelHandlerContext ctx) {
    boolean tls = ctx.pipeline().get(SslHandler.class) != null;
    return tls ? new CloseKind.ConnectionClose(CloseMark.TLS_TRUNCATED) : CloseKind.fin();
  }
}
