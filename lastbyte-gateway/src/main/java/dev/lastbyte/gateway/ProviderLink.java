// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.ConnectionEvent;
import dev.lastbyte.core.event.ConnectionEvent.Connected;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.http2.AskedStream;
import dev.lastbyte.gateway.http2.FrameCodecs;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2PingFrame;
import io.netty.handler.codec.http2.Http2SettingsFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a provider on which HTTP/2 is spoken: shared by exchanges, each of which has a
 * stream. What happens to the connection is told to each of them. Used on its event loop only.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
final class ProviderLink extends ChannelInboundHandlerAdapter {

  /** What a provider may be asked before it said how much it takes (RFC 9113 §6.5.2). */
  private static final long USUAL_STREAMS = 100;

  /** How long the end of a connection is waited for after it was announced. */
  private static final int LINGER_SECONDS = 1;

  private final Upstream upstream;
  private final Channel channel;
  private final ProviderLinks links;
  private final RunClock clock;
  private final Set<ProviderStream> streams = new LinkedHashSet<>();
  private final long establishedAtNanos;
  private long lastByteAtNanos;
  private long mostStreams = USUAL_STREAMS;
  private boolean answered;
  private boolean closing;
  private boolean refusedWrite;

  private ProviderLink(Upstream upstream, Channel channel, ProviderLinks links, RunClock clock) {
    this.upstream = upstream;
    this.channel = channel;
    this.links = links;
    this.clock = clock;
    this.establishedAtNanos = clock.nanos();
    this.lastByteAtNanos = establishedAtNanos;
  }

  /** A link on a connection that stands, and is fit for HTTP/2; it can be shared from now on. */
  static ProviderLink on(Channel channel, Upstream upstream, ProviderLinks links, RunClock clock) {
    var link = new ProviderLink(upstream, channel, links, clock);
    channel
        .pipeline()
        .addLast(FrameCodecs.asking(), new Http2MultiplexHandler(new Unasked()), link);
    FrameCodecs.widen(channel);
    channel.flush();
    links.add(link);
    return link;
  }

  /** Providers open no streams: pushes are not taken. */
  @ChannelHandler.Sharable
  private static final class Unasked extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel channel) {}
  }

  Upstream upstream() {
    return upstream;
  }

  boolean hasRoom() {
    return !closing && channel.isActive() && streams.size() < mostStreams;
  }

  boolean isIdle() {
    return streams.isEmpty();
  }

  /** Nanoseconds from the last byte in either direction to {@code nowNanos} on the clock. */
  long idleNanos(long nowNanos) {
    return nowNanos - lastByteAtNanos;
  }

  /** What is to be recorded of an exchange that comes to it: it is new until it has answered. */
  ConnectionEvent joined(Stamp stamp) {
    long now = clock.nanos();
    return answered
        ? new ConnectionReused(stamp, now - establishedAtNanos, idleNanos(now))
        : new Connected(stamp);
  }

  /** Gives a stream to an exchange. */
  void open(Exchange exchange) {
    var opening = new Opening();
    new Http2StreamChannelBootstrap(channel)
        .handler(opening)
        .open()
        .addListener(done -> {
          if (done.isSuccess() && opening.stream != null) {
            streams.add(opening.stream);
            exchange.connected(opening.stream);
          } else {
            exchange.unreachable(Unreachable.lost());
          }
        });
  }

  private final class Opening extends ChannelInitializer<Http2StreamChannel> {

    private @Nullable ProviderStream stream;

    @Override
    protected void initChannel(Http2StreamChannel opened) {
      stream = new ProviderStream(ProviderLink.this, opened);
      opened.pipeline().addLast(new AskedStream(upstream.tls() ? "https" : "http"), stream);
    }
  }

  /**
   * Something was written, or was not. The kernel reports a reset once: if a write took the report,
   * a read sees only an end.
   */
  void wrote(@Nullable Throwable failure) {
    refusedWrite |= failure instanceof IOException && !(failure instanceof ClosedChannelException);
  }

  /** A stream has something of its answer. */
  void answers() {
    answered = true;
  }

  /** A stream is over. */
  void left(ProviderStream stream) {
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
        Long most = frame.settings().maxConcurrentStreams();
        mostStreams = most == null ? mostStreams : most;
      }
      case Http2GoAwayFrame frame -> goingAway(frame.errorCode(), frame.lastStreamId());
      case Http2PingFrame ping when !ping.ack() -> onEach(ProviderStream::heartbeat);
      default -> {} // Frames of the connection that mean nothing to an exchange.
    }
    ReferenceCountUtil.release(message);
  }

  private void goingAway(long code, long lastStream) {
    stopSharing();
    Http2Error error = Http2Error.valueOf(code);
    var name = new Token(error == null ? "other" : error.name().toLowerCase(Locale.ROOT));
    onEach(stream -> stream.goingAway(name, lastStream));
    List<ProviderStream> out = streams.stream().filter(ProviderStream::isTurnedAway).toList();
    if (streams.isEmpty()) {
      channel.close();
    } else if (out.size() < streams.size()) {
      out.forEach(ProviderStream::turnAway);
    } else {
      waitForEnd();
    }
  }

  /** Nothing is left to be done on the connection: how it ends is about to show. */
  private void waitForEnd() {
    channel
        .eventLoop()
        .schedule(() -> onEach(ProviderStream::turnAway), LINGER_SECONDS, TimeUnit.SECONDS);
  }

  private void stopSharing() {
    closing = true;
    links.drop(this);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslCloseCompletionEvent close && close.isSuccess()) {
      ended(CloseMark.TLS_CLOSE_NOTIFY);
    } else if (event instanceof ChannelInputShutdownEvent) {
      ended(endOfTcp());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    ended(endOfTcp());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Http2Exception broken = Http2CodecUtil.getEmbeddedHttp2Exception(cause);
    if (broken != null) {
      stopSharing();
      onEach(stream -> stream.broken(broken.error()));
      return;
    }
    switch (cause) {
      case SSLException truncated -> ended(CloseMark.TLS_TRUNCATED);
      case DecoderException truncated -> ended(CloseMark.TLS_TRUNCATED);
      case IOException reset -> ended(CloseMark.RST);
      default -> {
        onEach(stream -> stream.failed(cause));
        ended(CloseMark.UNKNOWN);
      }
    }
  }

  private CloseMark endOfTcp() {
    if (refusedWrite) {
      return CloseMark.RST;
    }
    return upstream.tls() ? CloseMark.TLS_TRUNCATED : CloseMark.FIN;
  }

  private void ended(CloseMark mark) {
    stopSharing();
    onEach(stream -> stream.connectionEnded(mark));
    channel.close();
  }

  private void onEach(Consumer<ProviderStream> action) {
    List.copyOf(streams).forEach(action);
  }
}
