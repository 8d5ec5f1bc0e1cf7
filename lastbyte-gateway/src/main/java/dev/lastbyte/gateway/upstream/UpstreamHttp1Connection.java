// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.ConnectionEvent.SocketState;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.gateway.transport.CloseDetector;
import dev.lastbyte.gateway.transport.CloseKind;
import dev.lastbyte.gateway.transport.FlushCoalescer;
import dev.lastbyte.gateway.transport.SocketProbe;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a provider: serves one exchange at a time, and none while it waits in the pool.
 * Tells its exchange once how the provider ended it. Used on its event loop only.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
final class UpstreamHttp1Connection extends ChannelInboundHandlerAdapter
    implements UpstreamConnection {

  private final UpstreamTarget upstream;
  private final Channel channel;
  private final Http1ConnectionPool pool;
  private final FlushCoalescer flushes;
  private final RunClock clock;
  private final CloseDetector closeDetector;
  private final ChannelFutureListener writeCompleted;
  private final SocketProbe probe;
  private final RequestDelivery delivery = new RequestDelivery();
  private final @Nullable Long roundTripNanos;
  private final long establishedAtNanos;
  private long lastByteAtNanos;
  private @Nullable UpstreamListener listener;
  private boolean ended;

  /**
   * @param roundTripNanos how long a round trip to the far end took when it was dialled, or null
   */
  UpstreamHttp1Connection(
      UpstreamTarget upstream,
      Channel channel,
      Http1ConnectionPool pool,
      FlushCoalescer flushes,
      RunClock clock,
      @Nullable Long roundTripNanos) {
    this.upstream = upstream;
    this.channel = channel;
    this.pool = pool;
    this.flushes = flushes;
    this.clock = clock;
    this.closeDetector = new CloseDetector(upstream.tls());
    this.writeCompleted = this::writeCompleted;
    this.probe = SocketProbe.of(channel);
    this.roundTripNanos = roundTripNanos;
    this.establishedAtNanos = clock.nanos();
    this.lastByteAtNanos = establishedAtNanos;
  }

  UpstreamTarget upstream() {
    return upstream;
  }

  private void writeCompleted(ChannelFuture write) {
    closeDetector.writeCompleted(write.cause());
    delivery.writeCompleted(write.cause());
  }

  /** What its socket shows while it waits for an exchange. */
  SocketState look() {
    return probe.look(idleNanos(clock.nanos()));
  }

  /**
   * What is to be recorded when it is given to another exchange.
   *
   * @param looked what its socket showed just before
   */
  ConnectionReused reuseEvent(Stamp stamp, SocketState looked) {
    long now = clock.nanos();
    return new ConnectionReused(
        stamp, now - establishedAtNanos, idleNanos(now), looked, roundTripNanos);
  }

  /** Nanoseconds from the last byte in either direction to {@code nowNanos} on the clock. */
  long idleNanos(long nowNanos) {
    return nowNanos - lastByteAtNanos;
  }

  @Override
  public void attach(UpstreamListener listener) {
    this.listener = listener;
  }

  @Override
  public boolean isHttp2() {
    return false;
  }

  /** Waits in the pool for the next exchange, unless it is ending. */
  @Override
  public void release() {
    listener = null;
    if (ended) {
      return;
    }
    lastByteAtNanos = clock.nanos();
    delivery.begin();
    channel.config().setAutoRead(true);
    pool.put(this);
  }

  @Override
  public ChannelFuture send(ByteBuf bytes) {
    delivery.writing(bytes.readableBytes());
    ChannelFuture sent = channel.write(bytes);
    sent.addListener(writeCompleted);
    flushes.add(channel);
    return sent;
  }

  @Override
  public boolean isWritable() {
    return channel.isWritable();
  }

  @Override
  public void setReading(boolean reading) {
    channel.config().setAutoRead(reading);
  }

  @Override
  public CloseKind localCloseKind() {
    return new CloseKind.ConnectionClose(
        upstream.tls() ? CloseMark.TLS_CLOSE_NOTIFY : CloseMark.FIN);
  }

  @Override
  public void close() {
    ended = true;
    listener = null;
    channel.flush();
    channel.close();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    var bytes = (ByteBuf) message;
    if (listener != null) {
      delivery.responded();
      listener.fromProvider(bytes);
    } else {
      bytes.release(); // No request is open: passed on, it would be taken for the next response.
      peerClosed(CloseMark.UNKNOWN);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (listener != null) {
      listener.providerWritabilityChanged();
    }
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
    CloseMark mark = CloseDetector.ofFailure(cause);
    if (mark == null) {
      internalError(cause);
    } else {
      peerClosed(mark);
    }
  }

  /** A fault of the gateway itself is no end of the provider. */
  private void internalError(Throwable fault) {
    if (listener == null) {
      peerClosed(CloseMark.UNKNOWN);
    } else {
      listener.internalError(fault);
    }
  }

  private void peerClosed(CloseMark mark) {
    if (ended) {
      return;
    }
    ended = true;
    if (listener == null) {
      pool.remove(this);
    } else {
      listener.providerClosed(new CloseKind.ConnectionClose(mark, delivery.reached(mark, probe)));
    }
    channel.close();
  }
}
