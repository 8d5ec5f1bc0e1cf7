// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.http2;

import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.wire.http.PayloadSink;
import dev.lastbyte.wire.http.ResponseHead;
import dev.lastbyte.wire.http.ResponseReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
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
 * A stream on which a client asks: its frames become the bytes of a request, and the bytes of a
 * response its frames.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
public final class DownstreamStreamCodec extends ChannelDuplexHandler {

  private final Http1BodyWriter request = new Http1BodyWriter();
  private final FrameWriter output = new FrameWriter();
  private final PayloadSink payload = output::append;
  private ResponseReader response = new ResponseReader(false);
  private boolean begun;
  private boolean headSent;
  private boolean ended;

  /** Whether an end of that kind makes the response whole for the client. */
  public boolean isCompleteOnClose(boolean orderly) {
    return response.isWhole()
        || (orderly && response.head() != null && response.framing() == Framing.CLOSE_DELIMITED);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    switch (message) {
      case Http2HeadersFrame trailers when begun -> request.end(ctx, trailers);
      case Http2HeadersFrame head -> begin(ctx, head);
      case Http2DataFrame data -> request.data(ctx, data);
      default -> ReferenceCountUtil.release(message); // Frames that say nothing about a request.
    }
  }

  private void begin(ChannelHandlerContext ctx, Http2HeadersFrame head) {
    begun = true;
    response = new ResponseReader("HEAD".contentEquals(String.valueOf(head.headers().method())));
    boolean chunked = request.begin(head, head.isEndStream());
    try {
      ByteBuf text = Http1HeadWriter.ofRequest(head.headers(), chunked, ctx.alloc());
      ctx.fireChannelRead(text);
    } catch (InvalidHeadException e) {
      resetStream(ctx, Http2Error.PROTOCOL_ERROR);
      ctx.fireExceptionCaught(new Http2Exception(Http2Error.PROTOCOL_ERROR));
    }
  }

  private void resetStream(ChannelHandlerContext ctx, Http2Error reason) {
    ended = true;
    output.reset(ctx, reason.code());
    ctx.flush();
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    switch (message) {
      case ByteBuf bytes -> {
        byte[] read = ByteBufUtil.getBytes(bytes);
        bytes.release();
        writeResponse(ctx, read);
        output.completeAfterWrites(promise.unvoid());
      }
      case EndOfResponse end -> {
        end(ctx, end);
        output.completeAfterWrites(promise.unvoid());
      }
      default -> ctx.write(message, promise);
    }
  }

  private void writeResponse(ChannelHandlerContext ctx, byte[] bytes) {
    int at = 0;
    while (at < bytes.length && response.head() == null && response.refusal() == null) {
      at = response.feedHead(bytes, at, bytes.length);
      ResponseHead interim = response.takeInterim();
      if (interim != null) {
        output.headers(ctx, Http2HeadMapper.of(interim), false);
      }
    }
    ResponseHead head = response.head();
    if (head != null && !ended) {
      response.feedBody(bytes, at, bytes.length, payload);
      frames(ctx, head);
    }
    if (response.refusal() != null && !ended) {
      resetStream(ctx, Http2Error.INTERNAL_ERROR); // no frame can say what this is
    }
  }

  private void frames(ChannelHandlerContext ctx, ResponseHead head) {
    ended = response.isWhole();
    output.message(
        ctx,
        headSent ? null : Http2HeadMapper.of(head),
        ended,
        TrailerMapper.of(response.trailers()));
    headSent = true;
  }

  private void end(ChannelHandlerContext ctx, EndOfResponse end) {
    if (ended) {
      stopRequest(ctx);
    } else if (isCompleteOnClose(end.orderly())) {
      output.data(ctx, true);
      stopRequest(ctx);
    } else {
      output.reset(ctx, end.code());
    }
    ended = true;
  }

  /** The response is there; the rest of the request is of no use any more (RFC 9113 §8.1). */
  private void stopRequest(ChannelHandlerContext ctx) {
    if (!request.isComplete()) {
      output.reset(ctx, Http2Error.NO_ERROR.code());
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof Http2ResetFrame reset) {
      ctx.fireUserEventTriggered(new PeerReset(reset.errorCode()));
    } else {
      ReferenceCountUtil.release(event);
    }
  }

  /** A stream that both sides ended closes by itself, which is no event of the run. */
  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!(ended && request.isComplete())) {
      ctx.fireChannelInactive();
    }
  }
}
