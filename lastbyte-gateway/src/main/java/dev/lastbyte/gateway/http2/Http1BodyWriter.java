// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.http2;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2HeadersFrame;

/** The body of a message that comes in frames, passed on as HTTP/1.1 frames it. */
final class Http1BodyWriter {

  private boolean chunked;
  private boolean whole;

  /**
   * The message's head came.
   *
   * @param bodiless whether such a message has no body, whatever its fields say
   * @return whether its body is going to be chunked
   */
  boolean begin(Http2HeadersFrame head, boolean bodiless) {
    whole = head.isEndStream();
    chunked = !bodiless && !head.headers().contains("content-length");
    return chunked;
  }

  /** What follows its head at once, if that was its end. */
  ByteBuf trailingBytes() {
    return whole && chunked ? ChunkedEncoding.last() : Unpooled.EMPTY_BUFFER;
  }

  void data(ChannelHandlerContext ctx, Http2DataFrame frame) {
    ByteBuf content = frame.content().retain();
    boolean last = frame.isEndStream();
    frame.release();
    if (!content.isReadable()) {
      content.release();
    } else {
      ctx.fireChannelRead(chunked ? ChunkedEncoding.of(content) : content);
    }
    if (last) {
      whole = true;
      if (chunked) {
        ctx.fireChannelRead(ChunkedEncoding.last());
      }
    }
  }

  /** The last frame came. A body with a length has no place for trailers (RFC 9112 §6.3). */
  void end(ChannelHandlerContext ctx, Http2HeadersFrame trailers) {
    whole = true;
    if (chunked) {
      ctx.fireChannelRead(
          ChunkedEncoding.last(TrailerMapper.text(trailers.headers(), ctx.alloc())));
    }
  }

  boolean isComplete() {
    return whole;
  }
}
