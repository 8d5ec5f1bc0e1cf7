// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.gateway.exchange.Worker;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its first bytes which HTTP a client speaks (RFC 9113 §3.4), and is gone when it knows:
 * HTTP/1.1 goes its way without it.
 */
final class ProtocolDetector extends ChannelInboundHandlerAdapter {

  private static final byte[] HTTP2_PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ClientContext shared;
  private final Worker worker;
  private final ClientHttp1Handler http1;
  private final boolean tls;
  private @Nullable ByteBuf held;

  /**
   * @param tls whether the client speaks TLS
   */
  ProtocolDetector(ClientContext shared, Worker worker, ClientHttp1Handler http1, boolean tls) {
    this.tls = tls;
    this.shared = shared;
    this.worker = worker;
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
    int same = matchingBytes(all);
    if (same == HTTP2_PREFACE.length) {
      ctx.pipeline().remove(http1);
      http1.connection().replaced();
      ClientHttp2Connection.start(ctx.channel(), shared, worker, tls);
      ctx.pipeline().remove(this);
    } else if (same < all.readableBytes()) {
      ctx.pipeline().remove(this);
    }
  }

  /** How many bytes are those of the preface, from the first one on. */
  private static int matchingBytes(ByteBuf bytes) {
    int same = 0;
    int max = Math.min(HTTP2_PREFACE.length, bytes.readableBytes());
    while (same < max && bytes.getByte(bytes.readerIndex() + same) == HTTP2_PREFACE[same]) {
      same++;
    }
    return same;
  }

  /** What was held goes to the next handler. */
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
