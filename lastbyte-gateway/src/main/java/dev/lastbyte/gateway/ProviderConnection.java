// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.log.RunClock;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a provider: serves one exchange at a time, and none while it waits in the pool.
 * Tells its exchange once how the provider ended it. Used on its event loop only.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
final class ProviderConnection extends ChannelInboundHandlerAdapter implements ProviderSide {

  private final Upstream upstream;
  private final Channel channel;
  private final Lane lane;
  private final RunClock clock;
  private final long establishedAtNanos;
  private long lastByteAtNanos;
  private @Nullable ProviderListener listener;
  private boolean over;
  private boolean refusedWrite;

  ProviderConnection(Upstream upstream, Channel channel, Lane lane, RunClock clock) {
    this.upstream = upstream;
    this.channel = channel;
    this.lane = lane;
    this.clock = clock;
    this.establishedAtNanos = clock.nanos();
    this.lastByteAtNanos = establishedAtNanos;
  }

  Upstream upstream() {
    return upstream;
  }

  /** What is to be recorded when it is given to another exchange. */
  ConnectionReused reused(Stamp stamp) {
    long now = clock.nanos();
    return new ConnectionReused(stamp, now - establishedAtNanos, idleNanos(now));
  }

  /** Nanoseconds from the last byte in either direction to {@code nowNanos} on the clock. */
  long idleNanos(long nowNanos) {
    return nowNanos - lastByteAtNanos;
  }

  @Override
  public void serve(ProviderListener listener) {
    this.listener = listener;
  }

  @Override
  public boolean speaksInFrames() {
    return false;
  }

  /** Waits in the pool for the next exchange, unless it is ending. */
  @Override
  public void rest() {
    listener = null;
    if (over) {
      return;
    }
    lastByteAtNanos = clock.nanos();
    channel.config().setAutoRead(true);
    lane.pool().put(this);
  }

  @Override
  public ChannelFuture send(ByteBuf bytes) {
    ChannelFuture sent = channel.write(bytes);
    sent.addListener(future -> refusedWrite |= !future.isSuccess());
    lane.flushes().add(channel);
    return sent;
  }

  @Override
  public boolean takesMore() {
    return channel.isWritable();
  }

  @Override
  public void keepReading(boolean reading) {
    channel.config().setAutoRead(reading);
  }

  @Override
  public SideEnd ownEnd() {
    return new SideEnd.OfConnection(upstream.tls() ? CloseMark.TLS_CLOSE_NOTIFY : CloseMark.FIN);
  }

  @Override
  public void close() {
    over = true;
    listener = null;
    channel.flush();
    channel.close();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    var bytes = (ByteBuf) message;
    if (listener != null) {
      listener.fromProvider(bytes);
    } else {
      bytes.release(); // Nobody asked: whatever it says could be taken for the next answer.
      ended(CloseMark.UNKNOWN);
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
    switch (cause) {
      case SSLException truncated -> ended(CloseMark.TLS_TRUNCATED);
      case DecoderException truncated -> ended(CloseMark.TLS_TRUNCATED);
      case IOException reset -> ended(CloseMark.RST);
      default -> failed(cause);
    }
  }

  /** A fault of our own is nobody else's end. */
  private void failed(Throwable fault) {
    if (listener == null) {
      ended(CloseMark.UNKNOWN);
    } else {
      listener.failed(fault);
    }
  }

  /** The kernel reports a reset once: if a write took the report, a read sees only an end. */
  private CloseMark endOfTcp() {
    if (refusedWrite) {
      return CloseMark.RST;
    }
    return upstream.tls() ? CloseMark.TLS_TRUNCATED : CloseMark.FIN;
  }

  private void ended(CloseMark mark) {
    if (over) {
      return;
    }
    over = true;
    if (listener == null) {
      lane.pool().drop(this);
    } else {
      listener.providerEnded(new SideEnd.OfConnection(mark));
    }
    channel.close();
  }
}
