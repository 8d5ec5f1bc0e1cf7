// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailure;
import dev.lastbyte.gateway.transport.CloseDetector;
import dev.lastbyte.wire.http.ResponseHead;
import dev.lastbyte.wire.http.ResponseReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks a proxy for a connection to a provider, and removes itself (RFC 9110 §9.3.6). Calls its
 * listener once. After a refusal the proxy's end is waited for if it was announced: which side
 * closed, and how, is part of the evidence.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
final class ProxyTunnel extends ChannelInboundHandlerAdapter {

  private static final int LINGER_MILLIS = 1_000;

  private final String request;
  private final int timeoutMillis;
  private final Listener listener;
  private final CloseDetector closeDetector = new CloseDetector(false);
  private final ResponseReader reader = new ResponseReader(true);
  private @Nullable ProxyFailure refusal;
  private boolean ended;

  /**
   * @param timeoutMillis how long a response is waited for; 0 for no limit
   */
  ProxyTunnel(ProxyAddress proxy, int timeoutMillis, Listener listener) {
    this.request = proxy.connectRequest();
    this.timeoutMillis = timeoutMillis;
    this.listener = listener;
  }

  /** Hears what came of it. */
  interface Listener {

    /** The connection leads to the provider from now on. */
    void opened();

    /**
     * The proxy did not open it.
     *
     * @param end how it ended the connection, or null if it did not
     */
    void failed(ProxyFailure reason, @Nullable CloseMark end);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    ctx.writeAndFlush(ByteBufUtil.writeAscii(ctx.alloc(), request));
    if (timeoutMillis > 0) {
      failAfter(ctx, timeoutMillis);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    var bytes = (ByteBuf) message;
    byte[] read = new byte[bytes.readableBytes()];
    bytes.getBytes(bytes.readerIndex(), read);
    bytes.skipBytes(feed(read));
    ResponseHead head = reader.head();
    if (head != null && isSuccess(head) && !ended) {
      ended = true;
      listener.opened();
      passOn(ctx, bytes);
      ctx.pipeline().remove(this);
      return;
    }
    bytes.release();
    if (refusal == null && (head != null || reader.refusal() != null)) {
      refused(ctx, head);
    }
  }

  private void refused(ChannelHandlerContext ctx, @Nullable ResponseHead head) {
    refusal = failureOf(head);
    if (head != null && !head.keepsAlive()) {
      failAfter(ctx, LINGER_MILLIS);
    } else {
      fail(refusal, null);
    }
  }

  private void failAfter(ChannelHandlerContext ctx, int millis) {
    ctx.executor()
        .schedule(
            () -> fail(refusal == null ? ProxyFailure.TIMEOUT : refusal, null),
            millis,
            TimeUnit.MILLISECONDS);
  }

  /** What came behind the proxy's response is the provider's. */
  private static void passOn(ChannelHandlerContext ctx, ByteBuf bytes) {
    if (bytes.isReadable()) {
      ctx.fireChannelRead(bytes);
    } else {
      bytes.release();
    }
  }

  private int feed(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && reader.head() == null && reader.refusal() == null) {
      at = reader.feedHead(bytes, at, bytes.length);
    }
    return at;
  }

  private static boolean isSuccess(ResponseHead head) {
    return head.status() >= 200 && head.status() < 300;
  }

  private static ProxyFailure failureOf(@Nullable ResponseHead head) {
    int status = head == null ? 0 : head.status();
    return switch (status) {
      case 407 -> ProxyFailure.AUTH;
      case 408, 429 -> ProxyFailure.REFUSED;
      default -> status >= 400 && status < 500 ? ProxyFailure.FORBIDDEN : ProxyFailure.REFUSED;
    };
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    CloseMark mark = closeDetector.ofEvent(event);
    if (mark != null) {
      ended(mark);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    ended(closeDetector.ofTcpEnd());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    CloseMark mark = CloseDetector.ofFailure(cause);
    ended(mark == null ? CloseMark.UNKNOWN : mark);
  }

  private void ended(CloseMark mark) {
    fail(refusal == null ? ProxyFailure.CLOSED : refusal, mark);
  }

  private void fail(ProxyFailure reason, @Nullable CloseMark end) {
    if (!ended) {
      ended = true;
      listener.failed(reason, end);
    }
  }
}
