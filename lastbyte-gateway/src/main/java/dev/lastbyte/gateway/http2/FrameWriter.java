// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.http2;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Headers;
import org.jspecify.annotations.Nullable;

/** Frames of one stream on their way out, in order. */
final class FrameWriter {

  private @Nullable ChannelFuture last;
  private @Nullable ByteBuf content;

  void headers(ChannelHandlerContext ctx, Http2Headers fields, boolean end) {
    last = ctx.write(new DefaultHttp2HeadersFrame(fields, end));
  }

  /** Adds to the content of the next frame; the bytes must not change any more. */
  void append(byte[] bytes, int from, int to) {
    ByteBuf piece = Unpooled.wrappedBuffer(bytes, from, to - from);
    content = content == null ? piece : Unpooled.wrappedBuffer(content, piece);
  }

  /**
   * Writes what was gathered, behind its head if that is still to come.
   *
   * @param head null if it was written before
   * @param whole whether the message ends with it
   * @param trailers what comes behind its end; null for nothing
   */
  void message(
      ChannelHandlerContext ctx,
      @Nullable Http2Headers head,
      boolean whole,
      @Nullable Http2Headers trailers) {
    boolean last = whole && trailers == null;
    boolean headIsAll = head != null && last && content == null;
    if (head != null) {
      headers(ctx, head, headIsAll);
    }
    if (!headIsAll) {
      data(ctx, last);
    }
    if (whole && trailers != null) {
      headers(ctx, trailers, true);
    }
  }

  /** Writes what was gathered, or an empty frame if that is needed to say that it was the last. */
  void data(ChannelHandlerContext ctx, boolean end) {
    ByteBuf gathered = content;
    content = null;
    if (gathered != null || end) {
      last =
          ctx.write(
              new DefaultHttp2DataFrame(gathered == null ? Unpooled.EMPTY_BUFFER : gathered, end));
    }
  }

  void reset(ChannelHandlerContext ctx, long code) {
    last = ctx.write(new DefaultHttp2ResetFrame(code));
  }

  /** Fulfils the promise when all that was written so far is out, or failed. */
  void completeAfterWrites(ChannelPromise promise) {
    ChannelFuture after = last;
    if (after == null) {
      promise.setSuccess();
    } else {
      after.addListener(done -> {
        if (done.isSuccess()) {
          promise.trySuccess();
        } else {
          promise.tryFailure(done.cause());
        }
      });
    }
  }
}
