// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.ConnectionEvent.GoAwayReceived;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.http2.PeerReset;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.gateway.transport.CloseKind;
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
final class UpstreamHttp2Stream extends ChannelInboundHandlerAdapter implements UpstreamConnection {

  private final UpstreamHttp2Connection connection;
  private final Http2StreamChannel channel;
  private @Nullable UpstreamListener listener;
  private boolean refused;
  private boolean ended;

  UpstreamHttp2Stream(UpstreamHttp2Connection connection, Http2StreamChannel channel) {
    this.connection = connection;
    this.channel = channel;
  }

  @Override
  public void attach(UpstreamListener listener) {
    this.listener = listener;
  }

  @Override
  public boolean isHttp2() {
    return true;
  }

  @Override
  public ChannelFuture send(ByteBuf bytes) {
    return channel.writeAndFlush(bytes);
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
    return new CloseKind.StreamClose(Http2Error.CANCEL.code());
  }

  /** Closes by itself when the frame came that says what was known: that the response is whole. */
  @Override
  public void release() {
    listener = null;
  }

  @Override
  public void close() {
    listener = null;
    finish(CloseKind.unknown());
  }

  /** Whether the provider said that it will not look at the stream. */
  boolean isRefused() {
    return refused;
  }

  /**
   * The provider takes no further streams (RFC 9113 §6.8).
   *
   * @param code why, by its name
   * @param lastStream the last one that it may have looked at
   */
  void goAwayReceived(Token code, long lastStream) {
    refused = channel.stream().id() > lastStream;
    if (listener != null) {
      RecordedRun run = listener.run();
      run.record(new GoAwayReceived(run.upstreamStamp(), code, refused ? Known.NO : Known.YES));
    }
  }

  /** The provider showed that its connection lives. */
  void heartbeat() {
    if (listener != null) {
      listener.heartbeat();
    }
  }

  /** Nothing more is waited for. */
  void refuse() {
    finish(new CloseKind.Refused(null));
  }

  /** Its connection has ended. */
  void connectionEnded(CloseMark mark) {
    finish(refused ? new CloseKind.Refused(mark) : new CloseKind.ConnectionClose(mark));
  }

  /** Its connection, or itself, broke the protocol. */
  void protocolError(Http2Error reason) {
    finish(new CloseKind.ProtocolError(reason.code()));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    var bytes = (ByteBuf) message;
    connection.responseReceived();
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
      finish(new CloseKind.StreamClose(reset.code()));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!refused) {
      finish(CloseKind.unknown());
    }
  }

  @Override
  public void channelUnregistered(ChannelHandlerContext ctx) {
    if (!refused) {
      connection.streamClosed(this); // else its connection has still to say how it ended
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    switch (cause) {
      case Http2Exception broken -> protocolError(broken.error());
      case IOException writeFailed -> {} // its connection says how it ended
      default -> internalError(cause);
    }
  }

  /** A fault of the gateway itself is no end of the provider. */
  void internalError(Throwable fault) {
    if (listener != null) {
      listener.internalError(fault);
    }
  }

  private void finish(CloseKind end) {
    if (ended) {
      return;
    }
    ended = true;
    if (listener != null) {
      listener.providerClosed(end);
    }
    channel.close();
    connection.streamClosed(this);
  }
}
