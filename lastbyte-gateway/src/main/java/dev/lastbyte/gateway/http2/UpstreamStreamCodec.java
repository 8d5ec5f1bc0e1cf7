// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.http2;

import dev.lastbyte.wire.http.PayloadSink;
import dev.lastbyte.wire.http.RequestHead;
import dev.lastbyte.wire.http.RequestReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * A stream on which a provider is asked: the bytes of a request become its frames, and its frames
 * the bytes of a response.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
public final class UpstreamStreamCodec extends ChannelDuplexHandler {

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final String scheme;
  private final RequestReader request = new RequestReader();
  private final FrameWriter output = new FrameWriter();
  private final PayloadSink payload = output::append;
  private final Http1BodyWriter response = new Http1BodyWriter();
  private boolean headSent;
  private boolean responding;

  /**
   * @param scheme {@code http} or {@code https}
   */
  public UpstreamStreamCodec(String scheme) {
    this.scheme = scheme;
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof ByteBuf bytes) {
      byte[] read = ByteBufUtil.getBytes(bytes);
      bytes.release();
      writeRequest(ctx, read);
      output.completeAfterWrites(promise.unvoid());
    } else {
      ctx.write(message, promise);
    }
  }

  private void writeRequest(ChannelHandlerContext ctx, byte[] bytes) {
    int at = request.head() == null ? request.feedHead(bytes, 0, bytes.length) : 0;
    RequestHead head = request.head();
    if (head == null) {
      return;
    }
    request.feedBody(bytes, at, bytes.length, payload);
    output.message(
        ctx,
        headSent ? null : Http2HeadMapper.of(head, scheme),
        request.isWhole(),
        TrailerMapper.of(request.trailers()));
    headSent = true;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Http2Exception {
    switch (message) {
      case Http2HeadersFrame trailers when responding -> response.end(ctx, trailers);
      case Http2HeadersFrame head -> head(ctx, head);
      case Http2DataFrame data -> response.data(ctx, data);
      default -> ReferenceCountUtil.release(message); // Frames that say nothing about a response.
    }
  }

  private void head(ChannelHandlerContext ctx, Http2HeadersFrame frame) throws Http2Exception {
    boolean interim = frame.headers().status().charAt(0) == '1';
    responding = !interim;
    boolean chunked = response.begin(frame, interim || hasNoBody(frame));
    try {
      ByteBuf head = Http1HeadWriter.ofResponse(frame.headers(), chunked, ctx.alloc());
      ctx.fireChannelRead(Unpooled.wrappedBuffer(head, response.trailingBytes()));
    } catch (InvalidHeadException e) {
      throw Http2Exception.streamError(
          frame.stream().id(), Http2Error.PROTOCOL_ERROR, e, "a head that cannot be read");
    }
  }

  /** RFC 9112 §6.3, rule 1. */
  private boolean hasNoBody(Http2HeadersFrame frame) {
    int status = Integer.parseInt(frame.headers().status().toString());
    RequestHead head = request.head();
    boolean toHead = head != null && head.method().equals("HEAD");
    return toHead || status == NO_CONTENT || status == NOT_MODIFIED;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof Http2ResetFrame reset) {
      ctx.fireUserEventTriggered(new PeerReset(reset.errorCode()));
    } else {
      ReferenceCountUtil.release(event);
    }
  }

  /** A stream whose response is whole closes by itself, which is no event of the run. */
  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!response.isComplete()) {
      ctx.fireChannelInactive();
    }
  }
}
