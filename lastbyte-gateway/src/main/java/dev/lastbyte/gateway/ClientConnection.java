// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.wire.RequestTap;
import dev.lastbyte.wire.http.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection: its requests, one after the other, each of which becomes an exchange or is
 * answered here. Used on its event loop only.
 */
final class ClientConnection extends ChannelInboundHandlerAdapter {

  /** How much of later requests waits for its turn before the client has to wait. */
  private static final int MAX_PIPELINED_BYTES = 64 * 1024;

  private final Wiring wiring;
  private final Lane lane;
  private final ClientOutput output;
  private RequestTap request;
  private long requestBytes;
  private @Nullable ByteBuf unread;
  private @Nullable Exchange exchange;
  private @Nullable OwnRequest own;
  private final Patience patience;
  private boolean serving;
  private boolean leaving;
  private boolean draining;

  ClientConnection(Wiring wiring, Lane lane, ClientOutput output) {
    this.wiring = wiring;
    this.request = wiring.requestTap();
    this.lane = lane;
    this.output = output;
    this.patience = new Patience(wiring.limits(), lane.loop(), this);
  }

  /** What goes to the client. */
  ClientOutput output() {
    return output;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    if (!wiring.hasRoomFor(ctx.channel())) {
      answer(Answer.error(503, "too_many_connections", "the gateway serves as many as it may"));
    } else {
      patience.waitForRequest();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    var bytes = (ByteBuf) message;
    if (leaving) {
      bytes.release();
      return;
    }
    unread = unread == null ? bytes : joined(unread, bytes);
    serve();
  }

  private static ByteBuf joined(ByteBuf first, ByteBuf second) {
    ByteBuf both = first.alloc().buffer(first.readableBytes() + second.readableBytes());
    both.writeBytes(first).writeBytes(second);
    first.release();
    second.release();
    return both;
  }

  /** Serves what was read, as far as it is its turn. */
  void serve() {
    if (serving) {
      return; // an exchange ended within the loop below, which goes on by itself
    }
    serving = true;
    while (unread != null && !leaving && isTurnOfUnread()) {
      ByteBuf bytes = unread;
      unread = null;
      if (exchange != null && exchange.isTunnel()) {
        exchange.fromClient(bytes);
      } else {
        follow(bytes);
      }
    }
    serving = false;
    adjustReading();
  }

  private boolean isTurnOfUnread() {
    return exchange == null || !request.messageComplete() || exchange.isTunnel();
  }

  /** Takes from the bytes what belongs to the request at hand; the rest stays unread. */
  private void follow(ByteBuf bytes) {
    if (!request.hasBegun()) {
      skipLineEnds(bytes);
    }
    boolean knowsHead = request.head() != null;
    boolean begun = request.hasBegun();
    int taken = lane.show(bytes, request);
    if (!begun && request.hasBegun()) {
      patience.requestBegan();
    }
    requestBytes += taken;
    RequestHead head = request.head();
    if (request.refusal() != null) {
      bytes.release();
      refuse(request.refusal().code());
    } else if (head == null) {
      bytes.release();
    } else {
      int ofBody = knowsHead ? taken : (int) (requestBytes - head.fields().headLength());
      ByteBuf body = bytes.skipBytes(taken - ofBody).readRetainedSlice(ofBody);
      keepUnread(bytes);
      if (knowsHead) {
        pass(body);
      } else {
        route(head, body);
      }
    }
  }

  /** What some clients send after a body, or before a head, is to be ignored (RFC 9112 §2.2). */
  private static void skipLineEnds(ByteBuf bytes) {
    while (bytes.isReadable() && isLineEnd(bytes.getByte(bytes.readerIndex()))) {
      bytes.skipBytes(1);
    }
  }

  private static boolean isLineEnd(byte b) {
    return b == '\r' || b == '\n';
  }

  private void keepUnread(ByteBuf bytes) {
    if (bytes.isReadable()) {
      unread = bytes;
    } else {
      bytes.release();
    }
  }

  private void route(RequestHead head, ByteBuf body) {
    switch (Route.of(head.target(), wiring.upstreams())) {
      case Route.ToProvider to -> begin(head, to, body);
      case Route.ToGateway to -> {
        own = new OwnRequest(head, to.path());
        pass(body);
      }
      case Route.ToFrontPage page -> {
        body.release();
        answer(Answer.ok(JsonPages.frontPage(wiring.upstreams().keySet())));
      }
      case Route.Nowhere nowhere -> {
        body.release();
        answer(wiring.unknownUpstream());
      }
    }
  }

  private void begin(RequestHead head, Route.ToProvider to, ByteBuf body) {
    var starting = wiring.exchange(this, lane, request, head, to, body);
    exchange = starting;
    patience.satisfied();
    starting.begin(to.upstream(), wiring.dialler());
  }

  private void pass(ByteBuf body) {
    if (exchange != null && body.isReadable()) {
      exchange.fromClient(body);
      return;
    }
    if (own != null && exchange == null) {
      Answer answer = own.take(body, request.messageComplete(), wiring.pages());
      if (answer != null) {
        body.release();
        answer(answer);
        return;
      }
    }
    body.release();
  }

  private void refuse(String reason) {
    if (exchange == null) {
      answer(Answer.malformed(reason));
    } else {
      exchange.refused(reason);
    }
  }

  /** The exchange is over. */
  void exchangeOver(boolean keep) {
    exchange = null;
    request = wiring.requestTap();
    requestBytes = 0;
    if (keep && !draining) {
      patience.waitForRequest();
      serve();
    } else {
      end(CloseMark.FIN);
    }
  }

  /** Answers in the provider's place, and ends the connection. */
  void answer(Answer answer) {
    output.write(answer.bytes());
    leave();
    output.whenFlushed(() -> output.end(CloseMark.FIN));
  }

  /** Ends the connection, seen by the client as {@code mark}. */
  void end(CloseMark mark) {
    leave();
    output.end(mark);
  }

  private void leave() {
    exchange = null;
    request.close();
    patience.end();
    leaving = true;
    if (unread != null) {
      unread.release();
      unread = null;
    }
    adjustReading();
  }

  /** Reads on, or lets the client wait, as its requests can be taken. */
  void adjustReading() {
    boolean room = unread == null || unread.readableBytes() < MAX_PIPELINED_BYTES;
    boolean taken = exchange == null || exchange.takesMore();
    output.keepReading(leaving || (room && taken));
  }

  /** A request that was begun did not become whole in time. */
  void tooSlow() {
    answer(Answer.error(408, "request_timeout", "the request did not arrive in time"));
  }

  /** No request came in time. */
  void idleForTooLong() {
    end(CloseMark.FIN);
  }

  /** Ends after the exchange at hand. */
  void drain() {
    draining = true;
    if (exchange == null && !leaving) {
      end(CloseMark.FIN);
    }
  }

  /** Ends now. */
  void stop() {
    if (exchange != null) {
      exchange.stop();
    }
    leave();
    output.close();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (exchange != null) {
      exchange.clientWritabilityChanged(ctx.channel().isWritable());
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      gone(CloseMark.FIN);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException) {
      gone(CloseMark.RST);
    } else {
      stop(); // a fault of our own: the traffic of the others goes on
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    gone(CloseMark.FIN);
  }

  /** The client has ended; a half-close counts as an end, see RATIONALE.md. */
  private void gone(CloseMark mark) {
    if (exchange != null) {
      exchange.clientGone(mark);
    }
    leave();
    output.close();
  }
}
