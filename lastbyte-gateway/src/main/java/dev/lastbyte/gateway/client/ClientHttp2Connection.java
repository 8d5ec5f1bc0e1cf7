// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.gateway.exchange.Worker;
import dev.lastbyte.gateway.http2.DownstreamStreamCodec;
import dev.lastbyte.gateway.http2.Http2FrameCodecs;
import dev.lastbyte.gateway.transport.CloseDetector;
import dev.lastbyte.gateway.transport.CloseKind;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
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
final class ClientHttp2Connection extends ChannelInboundHandlerAdapter
    implements DrainableConnection {

  private final ClientContext shared;
  private final Worker worker;
  private final Channel channel;
  private final CloseDetector closeDetector;
  private final Set<ClientConnection> streams = new LinkedHashSet<>();
  private final BrokenStreams brokenStreams;
  private boolean closing;
  private boolean abused;

  private ClientHttp2Connection(ClientContext shared, Worker worker, Channel channel, boolean tls) {
    this.closeDetector = new CloseDetector(tls);
    this.shared = shared;
    this.worker = worker;
    this.channel = channel;
    this.brokenStreams = new BrokenStreams(shared.exchanges().connectorConfig().clock());
  }

  /** Speaks HTTP/2 on a client's connection from now on. */
  static void start(Channel channel, ClientContext shared, Worker worker, boolean tls) {
    var connection = new ClientHttp2Connection(shared, worker, channel, tls);
    ChannelPipeline pipeline = channel.pipeline();
    long idleNanos = shared.timeouts().idleTimeout().toNanos();
    pipeline.addLast(
        new IdleStateHandler(0, 0, idleNanos, TimeUnit.NANOSECONDS),
        Http2FrameCodecs.forServer(),
        new Http2MultiplexHandler(connection.new StreamInitializer()),
        connection);
    Http2FrameCodecs.enlargeWindow(channel);
    channel.flush();
  }

  private final class StreamInitializer extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel opened) {
      if (abused) {
        opened.close(); // its head was read before the connection could be closed
        return;
      }
      var stream = new DownstreamStreamCodec();
      var connection =
          new ClientConnection(
              shared, worker, new ClientStreamOutput(opened, worker.context(), stream));
      opened
          .pipeline()
          .addLast(stream, new ClientHttp2StreamHandler(ClientHttp2Connection.this, connection));
    }
  }

  void streamOpened(ClientConnection stream) {
    streams.add(stream);
  }

  void streamClosed(ClientConnection stream) {
    streams.remove(stream);
    closeIfDone();
  }

  /** A stream's frames broke the rules, and it was reset for that. */
  void streamBroken() {
    if (!abused && brokenStreams.addAndExceed()) {
      abused = true;
      channel
          .writeAndFlush(new DefaultHttp2GoAwayFrame(Http2Error.ENHANCE_YOUR_CALM))
          .addListener(sent -> stop());
    }
  }

  private void closeIfDone() {
    if (closing && streams.isEmpty()) {
      channel.close();
    }
  }

  @Override
  public void drain() {
    closing = true;
    channel.writeAndFlush(new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR));
    closeIfDone();
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
    CloseMark mark = closeDetector.ofEvent(event);
    if (mark != null) {
      clientClosed(mark);
    } else if (event instanceof IdleStateEvent && streams.isEmpty()) {
      drain();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Http2Exception broken = Http2CodecUtil.getEmbeddedHttp2Exception(cause);
    if (broken != null) {
      onEach(stream -> stream.clientClosed(new CloseKind.ProtocolError(broken.error().code())));
      return;
    }
    CloseMark mark = CloseDetector.ofFailure(cause);
    if (mark == null) {
      onEach(stream -> stream.internalError(cause));
      stop();
    } else {
      clientClosed(mark);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    clientClosed(closeDetector.ofTcpEnd());
  }

  private void clientClosed(CloseMark mark) {
    onEach(stream -> stream.clientClosed(new CloseKind.ConnectionClose(mark)));
    channel.close();
  }

  private void onEach(Consumer<ClientConnection> action) {
    List.copyOf(streams).forEach(action);
  }
}
