// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.ConnectionEvent.ProxyFailure;
import dev.lastbyte.wire.http.ResponseHead;
import dev.lastbyte.wire.http.ResponseReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import org.jspecify.annotations.Nullable;

/**
 * Asks a proxy for a connection to a provider, and gets out of the way (RFC 9110 §9.3.6). Tells
 * once what came of it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
final class ProxyTunnel extends ChannelInboundHandlerAdapter {

  private static final int AUTHENTICATION_REQUIRED = 407;

  private final String request;
  private final Told told;
  private final ResponseReader reader = new ResponseReader(true);
  private boolean over;

  ProxyTunnel(HttpProxy proxy, Upstream upstream, Told told) {
    this.request = proxy.connectTo(upstream);
    this.told = told;
  }

  /** Hears what came of it. */
  interface Told {

    /** The connection leads to the provider from now on. */
    void open();

    /** The proxy did not open it. */
    void failed(ProxyFailure why);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    ctx.writeAndFlush(ByteBufUtil.writeAscii(ctx.alloc(), request));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    var bytes = (ByteBuf) message;
    byte[] read = new byte[bytes.readableBytes()];
    bytes.getBytes(bytes.readerIndex(), read);
    bytes.skipBytes(feed(read));
    ResponseHead head = reader.head();
    if (head != null && isGood(head) && !over) {
      over = true;
      told.open();
      passOn(ctx, bytes);
      ctx.pipeline().remove(this);
      return;
    }
    bytes.release();
    if (head != null || reader.refusal() != null) {
      fail(whyOf(head));
    }
  }

  /** What came behind the proxy's answer is the provider's. */
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

  private static boolean isGood(ResponseHead head) {
    return head.status() >= 200 && head.status() < 300;
  }

  private static ProxyFailure whyOf(@Nullable ResponseHead head) {
    return head != null && head.status() == AUTHENTICATION_REQUIRED
        ? ProxyFailure.AUTH
        : ProxyFailure.REFUSED;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      fail(ProxyFailure.CLOSED);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    fail(ProxyFailure.CLOSED);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    fail(ProxyFailure.CLOSED);
  }

  private void fail(ProxyFailure why) {
    if (!over) {
      over = true;
      told.failed(why);
    }
  }
}
