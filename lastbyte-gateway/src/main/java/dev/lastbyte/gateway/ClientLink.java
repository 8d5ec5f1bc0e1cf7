// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.gateway.http2.FrameCodecs;
import dev.lastbyte.gateway.http2.ServedStream;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A client's connection on which HTTP/2 is spoken. Each of its streams is served as a connection of
 * one request; what happens to all of them is told to each. Used on its event loop only.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
final class ClientLink extends ChannelInboundHandlerAdapter implements Served {

  private final Wiring wiring;
  private final Lane lane;
  private final Channel channel;
  private final Set<ClientConnection> streams = new LinkedHashSet<>();
  private boolean leaving;

  private ClientLink(Wiring wiring, Lane lane, Channel channel) {
    this.wiring = wiring;
    this.lane = lane;
    this.channel = channel;
  }

  /** Speaks HTTP/2 on a client's connection from now on. */
  static void on(Channel channel, Wiring wiring, Lane lane) {
    var link = new ClientLink(wiring, lane, channel);
    ChannelPipeline pipeline = channel.pipeline();
    long idleNanos = wiring.limits().idleClient().toNanos();
    pipeline.addLast(
        new IdleStateHandler(0, 0, idleNanos, TimeUnit.NANOSECONDS),
        FrameCodecs.serving(),
        new Http2MultiplexHandler(link.new Streams()),
        link);
    FrameCodecs.widen(channel);
    channel.flush();
  }

  private final class Streams extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel opened) {
      var stream = new ServedStream();
      var connection = new ClientConnection(wiring, lane, new StreamOutput(opened, lane, stream));
      opened.pipeline().addLast(stream, new ClientStream(ClientLink.this, connection));
    }
  }

  void opened(ClientConnection stream) {
    streams.add(stream);
  }

  void left(ClientConnection stream) {
    streams.remove(stream);
    endIfDone();
  }

  private void endIfDone() {
    if (leaving && streams.isEmpty()) {
      channel.close();
    }
  }

  @Override
  public void drain() {
    leaving = true;
    channel.writeAndFlush(new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR));
    endIfDone();
  }

  @Override
  public void stop() {
    onEach(ClientConnection::stop);
    channel.close();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ReferenceCountUtil.release(message); // frames of the connection: the codec has seen to them
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslCloseCompletionEvent close && close.isSuccess()) {
      gone(CloseMark.TLS_CLOSE_NOTIFY);
    } else if (event instanceof ChannelInputShutdownEvent) {
      gone(endOfTcp());
    } else if (event instanceof IdleStateEvent && streams.isEmpty()) {
      drain();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Http2Exception broken = Http2CodecUtil.getEmbeddedHttp2Exception(cause);
    if (broken != null) {
      onEach(stream -> stream.gone(new SideEnd.Broken(broken.error().code())));
    } else if (cause instanceof IOException) {
      gone(CloseMark.RST);
    } else {
      onEach(stream -> stream.failed(cause));
      stop();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    gone(endOfTcp());
  }

  private CloseMark endOfTcp() {
    boolean tls = channel.pipeline().get(SslHandler.class) != null;
    return tls ? CloseMark.TLS_TRUNCATED : CloseMark.FIN;
  }

  private void gone(CloseMark mark) {
    onEach(stream -> stream.gone(new SideEnd.OfConnection(mark)));
    channel.close();
  }

  private void onEach(Consumer<ClientConnection> action) {
    List.copyOf(streams).forEach(action);
  }
}
