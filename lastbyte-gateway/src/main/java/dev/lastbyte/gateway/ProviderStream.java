// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.ConnectionEvent.GoAwayReceived;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.http2.PeerReset;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2StreamChannel;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One stream of a connection to a provider. Tells its exchange once how the provider ended it. Used
 * on its event loop only.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
final class ProviderStream extends ChannelInboundHandlerAdapter implements ProviderSide {

  private final ProviderLink link;
  private final Http2StreamChannel channel;
  private @Nullable ProviderListener listener;
  private boolean turnedAway;
  private boolean over;

  ProviderStream(ProviderLink link, Http2StreamChannel channel) {
    this.link = link;
    this.channel = channel;
  }

  @Override
  public void serve(ProviderListener listener) {
    this.listener = listener;
  }

  @Override
  public boolean speaksInFrames() {
    return true;
  }

  @Override
  public ChannelFuture send(ByteBuf bytes) {
    return channel.writeAndFlush(bytes).addListener(sent -> link.wrote(sent.cause()));
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
    return new SideEnd.OfStream(Http2Error.CANCEL.code());
  }

  /** Closes by itself when the frame came that says what was known: that the answer is whole. */
  @Override
  public void rest() {
    listener = null;
  }

  @Override
  public void close() {
    listener = null;
    ended(SideEnd.unknown());
  }

  /** Whether the provider said that it will not look at it. */
  boolean isTurnedAway() {
    return turnedAway;
  }

  /**
   * The provider takes no further streams (RFC 9113 §6.8).
   *
   * @param code why, by its name
   * @param lastStream the last one that it may have looked at
   */
  void goingAway(Token code, long lastStream) {
    turnedAway = channel.stream().id() > lastStream;
    if (listener != null) {
      RecordedRun run = listener.run();
      run.record(new GoAwayReceived(run.up(), code, turnedAway ? Known.NO : Known.YES));
    }
  }

  /** The provider showed that its connection lives. */
  void heartbeat() {
    if (listener != null) {
      listener.heartbeat();
    }
  }

  /** Nothing more is waited for. */
  void turnAway() {
    ended(new SideEnd.TurnedAway(null));
  }

  /** Its connection has ended. */
  void connectionEnded(CloseMark mark) {
    ended(turnedAway ? new SideEnd.TurnedAway(mark) : new SideEnd.OfConnection(mark));
  }

  /** Its connection, or itself, broke the protocol. */
  void broken(Http2Error why) {
    ended(new SideEnd.Broken(why.code()));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    var bytes = (ByteBuf) message;
    link.answers();
    if (listener != null) {
      listener.fromProvider(bytes);
    } else {
      bytes.release();
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
    if (event instanceof PeerReset reset) {
      ended(new SideEnd.OfStream(reset.code()));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!turnedAway) {
      ended(SideEnd.unknown());
    }
  }

  @Override
  public void channelUnregistered(ChannelHandlerContext ctx) {
    if (!turnedAway) {
      link.left(this); // else its connection has still to say how it ended
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    switch (cause) {
      case Http2Exception broken -> broken(broken.error());
      case IOException unwritten -> {} // its connection says how it ended
      default -> failed(cause);
    }
  }

  /** A fault of our own is nobody else's end. */
  void failed(Throwable fault) {
    if (listener != null) {
      listener.failed(fault);
    }
  }

  private void ended(SideEnd end) {
    if (over) {
      return;
    }
    over = true;
    if (listener != null) {
      listener.providerEnded(end);
    }
    channel.close();
    link.left(this);
  }
}
