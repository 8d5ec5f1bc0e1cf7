// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.gateway.transport.CloseDetector;
import dev.lastbyte.gateway.transport.CloseKind;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/** What happens on a client's socket, told to its connection. */
final class ClientHttp1Handler extends ChannelInboundHandlerAdapter {

  private final ClientConnection connection;
  private final CloseDetector closeDetector;

  /**
   * @param tls whether the client speaks TLS
   */
  ClientHttp1Handler(ClientConnection connection, boolean tls) {
    this.connection = connection;
    this.closeDetector = new CloseDetector(tls);
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
    if (event instanceof SslHandshakeCompletionEvent handshake
        && handshake.cause() instanceof NotSslRecordException) {
      connection.notTls();
    }
    CloseMark mark = closeDetector.ofEvent(event);
    if (mark != null) {
      clientClosed(mark);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    CloseMark mark = CloseDetector.ofFailure(cause);
    if (mark == null) {
      connection.internalError(cause);
    } else {
      clientClosed(mark);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    clientClosed(closeDetector.ofTcpEnd());
  }

  private void clientClosed(CloseMark mark) {
    connection.clientClosed(new CloseKind.ConnectionClose(mark));
  }
}
