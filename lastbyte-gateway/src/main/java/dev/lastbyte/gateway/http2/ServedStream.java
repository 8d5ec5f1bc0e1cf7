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
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * A stream on which a client asks: its frames become the bytes of a request, and the bytes of an
 * answer its frames.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
public final class ServedStream extends ChannelDuplexHandler {

  private final BodyText request = new BodyText();
  private final FrameOutput output = new FrameOutput();
  private final PayloadSink payload = output::gather;
  private ResponseReader answer = new ResponseReader(false);
  private boolean begun;
  private boolean answering;
  private boolean ended;

  /** Whether an end of that kind makes the answer whole for the client. */
  public boolean endsWhole(boolean orderly) {
    return answer.isWhole()
        || (orderly && answer.head() != null && answer.framing() == Framing.CLOSE_DELIMITED);
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
    answer = new ResponseReader("HEAD".contentEquals(String.valueOf(head.headers().method())));
    boolean chunked = request.begin(head, head.isEndStream());
    try {
      ByteBuf text = HeadText.ofRequest(head.headers(), chunked, ctx.alloc());
      ctx.fireChannelRead(text);
    } catch (UnfitHead e) {
      fail(ctx, Http2Error.PROTOCOL_ERROR);
    }
  }

  private void fail(ChannelHandlerContext ctx, Http2Error why) {
    ended = true;
    output.reset(ctx, why.code());
    ctx.flush();
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    switch (message) {
      case ByteBuf bytes -> {
        byte[] read = ByteBufUtil.getBytes(bytes);
        bytes.release();
        answer(ctx, read);
        output.promise(promise.unvoid());
      }
      case EndOfAnswer end -> {
        end(ctx, end);
        output.promise(promise.unvoid());
      }
      default -> ctx.write(message, promise);
    }
  }

  private void answer(ChannelHandlerContext ctx, byte[] bytes) {
    int at = 0;
    while (at < bytes.length && answer.head() == null && answer.refusal() == null) {
      at = answer.feedHead(bytes, at, bytes.length);
      ResponseHead interim = answer.takeInterim();
      if (interim != null) {
        output.headers(ctx, HeadFields.of(interim), false);
      }
    }
    ResponseHead head = answer.head();
    if (head != null && !ended) {
      answer.feedBody(bytes, at, bytes.length, payload);
      frames(ctx, head);
    }
    if (answer.refusal() != null && !ended) {
      fail(ctx, Http2Error.INTERNAL_ERROR); // no frame can say what this is
    }
  }

  private void frames(ChannelHandlerContext ctx, ResponseHead head) {
    ended = answer.isWhole();
    output.message(
        ctx, answering ? null : HeadFields.of(head), ended, TrailerFields.of(answer.trailers()));
    answering = true;
  }

  private void end(ChannelHandlerContext ctx, EndOfAnswer end) {
    if (ended) {
      stopRequest(ctx);
    } else if (endsWhole(end.orderly())) {
      output.data(ctx, true);
      stopRequest(ctx);
    } else {
      output.reset(ctx, end.code());
    }
    ended = true;
  }

  /** The answer is there; the rest of the request is of no use any more (RFC 9113 §8.1). */
  private void stopRequest(ChannelHandlerContext ctx) {
    if (!request.isWhole()) {
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

  /** A stream that both sides ended closes by itself, which nobody has to know. */
  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!(ended && request.isWhole())) {
      ctx.fireChannelInactive();
    }
  }
}
