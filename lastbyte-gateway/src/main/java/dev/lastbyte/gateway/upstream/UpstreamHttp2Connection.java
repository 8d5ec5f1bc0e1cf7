// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.ConnectionEvent;
import dev.lastbyte.core.event.ConnectionEvent.Connected;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.ConnectionEvent.SocketState;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.http2.Http2FrameCodecs;
import dev.lastbyte.gateway.http2.UpstreamStreamCodec;
import dev.lastbyte.gateway.transport.CloseDetector;
import dev.lastbyte.gateway.transport.SocketProbe;
import dev.lastbyte.gateway.transport.WriteFailureListener;
import dev.lastbyte.gateway.upstream.ConnectResult.Established;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2PingFrame;
import io.netty.handler.codec.http2.Http2SettingsFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.util.ReferenceCountUtil;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a provider on which HTTP/2 is spoken: shared by exchanges, each of which has a
 * stream. What happens to the connection is told to each of them. Used on its event loop only.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
final class UpstreamHttp2Connection extends ChannelInboundHandlerAdapter {

  /** How many streams a provider takes before it said how many (RFC 9113 §6.5.2). */
  private static final long USUAL_STREAMS = 100;

  /** How long the end of a connection is waited for after it was announced. */
  private static final int LINGER_SECONDS = 1;

  private final UpstreamTarget upstream;
  private final Channel channel;
  private final Http2ConnectionPool pool;
  private final RunClock clock;
  private final Set<UpstreamHttp2Stream> streams = new LinkedHashSet<>();
  private final CloseDetector closeDetector;
  private final SocketProbe probe;
  private final @Nullable Long roundTripNanos;
  private final long establishedAtNanos;
  private long lastByteAtNanos;
  private long maxConcurrentStreams = USUAL_STREAMS;
  private boolean responded;
  private boolean closing;

  private UpstreamHttp2Connection(
      UpstreamTarget upstream,
      Channel channel,
      Http2ConnectionPool pool,
      RunClock clock,
      @Nullable Long roundTripNanos) {
    this.upstream = upstream;
    this.channel = channel;
    this.pool = pool;
    this.clock = clock;
    this.closeDetector = new CloseDetector(upstream.tls());
    this.probe = SocketProbe.of(channel);
    this.roundTripNanos = roundTripNanos;
    this.establishedAtNanos = clock.nanos();
    this.lastByteAtNanos = establishedAtNanos;
  }

  /**
   * Speaks HTTP/2 on a channel that stands; the connection can be shared from now on.
   *
   * @param roundTripNanos how long a round trip to the far end took when it was dialled, or null
   */
  static UpstreamHttp2Connection start(
      Channel channel,
      UpstreamTarget upstream,
      Http2ConnectionPool pool,
      RunClock clock,
      @Nullable Long roundTripNanos) {
    var connection = new UpstreamHttp2Connection(upstream, channel, pool, clock, roundTripNanos);
    channel
        .pipeline()
        .addFirst(new WriteFailureListener(connection.closeDetector))
        .addLast(
            Http2FrameCodecs.forClient(),
            new Http2MultiplexHandler(new PushRejecter()),
            connection);
    Http2FrameCodecs.enlargeWindow(channel);
    channel.flush();
    pool.add(connection);
    return connection;
  }

  /** Providers open no streams: pushes are not taken. */
  @ChannelHandler.Sharable
  private static final class PushRejecter extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel channel) {}
  }

  UpstreamTarget upstream() {
    return upstream;
  }

  boolean hasRoom() {
    return !closing && channel.isActive() && streams.size() < maxConcurrentStreams;
  }

  boolean isIdle() {
    return streams.isEmpty();
  }

  /** Nanoseconds from the last byte in either direction to {@code nowNanos} on the clock. */
  long idleNanos(long nowNanos) {
    return nowNanos - lastByteAtNanos;
  }

  /** What its socket shows before another stream is opened on it. */
  SocketState look() {
    return probe.look(idleNanos(clock.nanos()));
  }

  /**
   * What a run that comes to it records: the connection is new until a response came on it.
   *
   * @param looked what its socket showed just before
   */
  ConnectionEvent connectionEvent(Stamp stamp, SocketState looked) {
    long now = clock.nanos();
    return responded
        ? new ConnectionReused(
            stamp, now - establishedAtNanos, idleNanos(now), looked, roundTripNanos)
        : new Connected(stamp);
  }

  /** Opens a stream, for one request. */
  void openStream(ConnectCallback callback) {
    var opening = new StreamInitializer();
    new Http2StreamChannelBootstrap(channel)
        .handler(opening)
        .open()
        .addListener(done -> {
          if (done.isSuccess() && opening.stream != null) {
            streams.add(opening.stream);
            callback.connectFinished(new Established(opening.stream));
          } else {
            callback.connectFinished(ConnectFailure.connectionLost());
          }
        });
  }

  private final class StreamInitializer extends ChannelInitializer<Http2StreamChannel> {

    private @Nullable UpstreamHttp2Stream stream;

    @Override
    protected void initChannel(Http2StreamChannel opened) {
      stream = new UpstreamHttp2Stream(UpstreamHttp2Connection.this, opened);
      opened.pipeline().addLast(new UpstreamStreamCodec(upstream.tls() ? "https" : "http"), stream);
    }
  }

  /** A stream has bytes of its response. */
  void responseReceived() {
    responded = true;
  }

  /** A stream is over. */
  void streamClosed(UpstreamHttp2Stream stream) {
    streams.remove(stream);
    lastByteAtNanos = clock.nanos();
    if (closing && streams.isEmpty()) {
      channel.close();
    }
  }

  /** Ends it; there are no exchanges on it. */
  void close() {
    closing = true;
    channel.close();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    lastByteAtNanos = clock.nanos();
    switch (message) {
      case Http2SettingsFrame frame -> {
        Long max = frame.settings().maxConcurrentStreams();
        maxConcurrentStreams = max == null ? maxConcurrentStreams : max;
      }
      case Http2GoAwayFrame frame -> goAwayReceived(frame.errorCode(), frame.lastStreamId());
      case Http2PingFrame ping when !ping.ack() -> onEach(UpstreamHttp2Stream::heartbeat);
      default -> {} // Frames of the connection that mean nothing to an exchange.
    }
    ReferenceCountUtil.release(message);
  }

  private void goAwayReceived(long code, long lastStream) {
    stopSharing();
    Http2Error error = Http2Error.valueOf(code);
    var name = new Token(error == null ? "other" : error.name().toLowerCase(Locale.ROOT));
    onEach(stream -> stream.goAwayReceived(name, lastStream));
    List<UpstreamHttp2Stream> out =
        streams.stream().filter(UpstreamHttp2Stream::isRefused).toList();
    if (streams.isEmpty()) {
      channel.close();
    } else if (out.size() < streams.size()) {
      out.forEach(UpstreamHttp2Stream::refuse);
    } else {
      awaitConnectionEnd();
    }
  }

  /** Nothing is left to be done on the connection: how it ends is about to show. */
  private void awaitConnectionEnd() {
    channel
        .eventLoop()
        .schedule(() -> onEach(UpstreamHttp2Stream::refuse), LINGER_SECONDS, TimeUnit.SECONDS);
  }

  /** No further stream is opened on it. */
  void stopSharing() {
    closing = true;
    pool.remove(this);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    CloseMark mark = closeDetector.ofEvent(event);
    if (mark != null) {
      peerClosed(mark);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    peerClosed(closeDetector.ofTcpEnd());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Http2Exception broken = Http2CodecUtil.getEmbeddedHttp2Exception(cause);
    if (broken != null) {
      stopSharing();
      onEach(stream -> stream.protocolError(broken.error()));
      return;
    }
    CloseMark mark = CloseDetector.ofFailure(cause);
    if (mark == null) {
      onEach(stream -> stream.internalError(cause));
    }
    peerClosed(mark == null ? CloseMark.UNKNOWN : mark);
  }

  private void peerClosed(CloseMark mark) {
    stopSharing();
    onEach(stream -> stream.connectionEnded(mark));
    channel.close();
  }

  private void onEach(Consumer<UpstreamHttp2Stream> action) {
    List.copyOf(streams).forEach(action);
  }
}
