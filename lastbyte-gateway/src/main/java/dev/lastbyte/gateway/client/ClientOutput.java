// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.gateway.exchange.ResponseSink;
import dev.lastbyte.gateway.transport.CloseKind;
import dev.lastbyte.gateway.transport.EventLoopContext;
import dev.lastbyte.gateway.transport.FlushCoalescer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * What goes to a client, and how it ends. A write that fails surfaces as an exception of the
 * channel, which is where the connection hears that the client is gone.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
class ClientOutput implements ResponseSink {

  /** How long a client may take to notice the gateway's end before its connection is closed. */
  private static final int LINGER_SECONDS = 5;

  private final Channel channel;
  private final FlushCoalescer flushes;

  ClientOutput(Channel channel, EventLoopContext context) {
    this.channel = channel;
    this.flushes = context.flushes();
  }

  /** Sends in this turn of the loop: a token is for a person. */
  @Override
  public void write(ByteBuf bytes) {
    channel.write(bytes, channel.voidPromise());
    flushes.add(channel);
  }

  /** Sends as above; the result is done when the kernel has taken the bytes. */
  @Override
  public ChannelFuture send(ByteBuf bytes) {
    ChannelFuture sent = channel.write(bytes);
    sent.addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    flushes.add(channel);
    return sent;
  }

  /** Runs {@code then} when the kernel has taken all that was written, or never will. */
  @Override
  public void whenFlushed(Runnable then) {
    channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> then.run());
  }

  @Override
  public String clientHost() {
    return channel.remoteAddress() instanceof InetSocketAddress address
        ? address.getAddress().getHostAddress()
        : "";
  }

  void setReading(boolean reading) {
    channel.config().setAutoRead(reading);
  }

  /** How the client gets to see an end of the provider. */
  @Override
  public CloseKind mirror(CloseKind ofProvider) {
    if (ofProvider.resetCode() == Http2Error.NO_ERROR.code()) {
      return CloseKind.fin(); // a reset that says that all is well
    }
    return switch (ofProvider.closeMark()) {
      case RST, RST_STREAM -> CloseKind.rst();
      case FIN, TLS_CLOSE_NOTIFY, TLS_TRUNCATED, WEBSOCKET, UNKNOWN -> CloseKind.fin();
    };
  }

  /** Ends it such that the client sees that: here a FIN, or a reset of the connection. */
  void end(CloseKind end) {
    if (end.closeMark() == CloseMark.RST) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
      channel.close();
    } else {
      shutdownGracefully((DuplexChannel) channel);
      // Closed at once, bytes that the client still sends would make the kernel reset it, and a
      // reset can overtake what the client has not read yet.
      channel.eventLoop().schedule(() -> channel.close(), LINGER_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static void shutdownGracefully(DuplexChannel channel) {
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls == null) {
      channel.shutdownOutput();
    } else {
      tls.closeOutbound().addListener(done -> channel.shutdownOutput());
    }
  }

  void close() {
    channel.flush();
    channel.close();
  }
}
