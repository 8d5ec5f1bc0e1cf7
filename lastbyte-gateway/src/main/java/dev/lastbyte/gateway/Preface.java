// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its first bytes which HTTP a client speaks (RFC 9113 §3.4), and is gone when it knows:
 * HTTP/1.1 goes its way without it.
 */
final class Preface extends ChannelInboundHandlerAdapter {

  private static final byte[] OF_HTTP2 =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Wiring wiring;
  private final Lane lane;
  private final ClientSocket http1;
  private @Nullable ByteBuf held;

  Preface(Wiring wiring, Lane lane, ClientSocket http1) {
    this.wiring = wiring;
    this.lane = lane;
    this.http1 = http1;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    var bytes = (ByteBuf) message;
    ByteBuf all = held == null ? bytes : ctx.alloc().buffer().writeBytes(held).writeBytes(bytes);
    if (held != null) {
      held.release();
      bytes.release();
    }
    held = all;
    int same = sameBytes(all);
    if (same == OF_HTTP2.length) {
      ctx.pipeline().remove(http1);
      http1.connection().superseded();
      ClientLink.on(ctx.channel(), wiring, lane);
      ctx.pipeline().remove(this);
    } else if (same < all.readableBytes()) {
      ctx.pipeline().remove(this);
    }
  }

  /** How many bytes are those of the preface, from the first one on. */
  private static int sameBytes(ByteBuf bytes) {
    int same = 0;
    int most = Math.min(OF_HTTP2.length, bytes.readableBytes());
    while (same < most && bytes.getByte(bytes.readerIndex() + same) == OF_HTTP2[same]) {
      same++;
    }
    return same;
  }

  /** What was held goes to whoever comes next. */
  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    if (held != null) {
      ByteBuf all = held;
      held = null;
      if (ctx.channel().isActive()) {
        ctx.fireChannelRead(all);
        ctx.fireChannelReadComplete();
      } else {
        all.release();
      }
    }
  }
}
