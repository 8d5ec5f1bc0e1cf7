// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.wire.RequestTap;
import dev.lastbyte.wire.http.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection: its requests, one after the other, each of which becomes an exchange or is
 * answered here. Used on its event loop only.
 */
final class ClientConnection implements Served {

  private final Wiring wiring;
  private final Lane lane;
  private final ClientOutput output;
  private final Intake intake;
  private final Patience patience;
  private @Nullable Exchange exchange;
  private @Nullable OwnRequest own;
  private boolean serving;
  private boolean leaving;
  private boolean draining;

  ClientConnection(Wiring wiring, Lane lane, ClientOutput output) {
    this.wiring = wiring;
    this.lane = lane;
    this.output = output;
    this.intake = new Intake(wiring::requestTap, lane);
    this.patience = new Patience(wiring.limits(), lane.loop(), this);
  }

  /** Whether the client speaks HTTP/2. */
  boolean speaksInFrames() {
    return output instanceof StreamOutput;
  }

  /** What goes to the client. */
  ClientOutput output() {
    return output;
  }

  /** The client's socket is there. */
  void opened(Channel channel) {
    if (!wiring.hasRoomFor(channel)) {
      answer(Answer.error(503, "too_many_connections", "the gateway serves as many as it may"));
    } else {
      opened();
    }
  }

  /** A request is to come. */
  void opened() {
    patience.waitForRequest();
  }

  /** Somebody else serves the client; nothing was taken yet. */
  void superseded() {
    patience.end();
  }

  /** Takes over what came. */
  void received(ByteBuf bytes) {
    if (leaving) {
      bytes.release();
      return;
    }
    intake.add(bytes);
    serve();
  }

  /** Serves what was read, as far as it is its turn. */
  void serve() {
    if (serving) {
      return; // an exchange ended within the loop below, which goes on by itself
    }
    serving = true;
    while (!leaving && isTurnOfUnread()) {
      ByteBuf bytes = intake.take();
      if (bytes == null) {
        break;
      }
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
    return exchange == null || !intake.request().messageComplete() || exchange.isTunnel();
  }

  private void follow(ByteBuf bytes) {
    RequestTap request = intake.request();
    boolean begun = request.hasBegun();
    boolean knewHead = request.head() != null;
    ByteBuf body = intake.follow(bytes);
    if (!begun && request.hasBegun()) {
      patience.requestBegan();
    }
    RequestHead head = request.head();
    if (request.refusal() != null) {
      refuse(request.refusal().code());
    } else if (head != null && body != null) {
      if (knewHead) {
        pass(body);
      } else {
        route(head, body);
      }
    }
  }

  private void route(RequestHead head, ByteBuf body) {
    Route route = Route.of(head.target(), wiring.upstreams());
    Answer refusal = wiring.refusal(route, head);
    if (refusal != null) {
      instead(body, refusal);
      return;
    }
    switch (route) {
      case Route.ToProvider to -> begin(head, to, body);
      case Route.ToGateway to -> {
        own = new OwnRequest(head, to.path());
        pass(body);
      }
      case Route.ToFrontPage page ->
          instead(body, Answer.ok(JsonPages.frontPage(wiring.upstreams().keySet())));
      case Route.Nowhere nowhere -> instead(body, wiring.unknownUpstream());
    }
  }

  private void instead(ByteBuf body, Answer answer) {
    body.release();
    answer(answer);
  }

  private void begin(RequestHead head, Route.ToProvider to, ByteBuf body) {
    var starting = wiring.exchange(this, lane, intake.request(), head, to, body);
    exchange = starting;
    patience.satisfied();
    starting.begin();
  }

  private void pass(ByteBuf body) {
    if (exchange != null && body.isReadable()) {
      exchange.fromClient(body);
      return;
    }
    if (own != null && exchange == null) {
      Answer answer = own.take(body, intake.request().messageComplete(), wiring.pages());
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
    intake.nextRequest();
    if (keep && !draining) {
      patience.waitForRequest();
      serve();
    } else {
      end(SideEnd.fin());
    }
  }

  /** Answers in the provider's place, and ends the connection. */
  void answer(Answer answer) {
    output.write(answer.bytes());
    leave();
    output.whenFlushed(() -> output.end(SideEnd.fin()));
  }

  /** Ends the connection, such that the client sees that. */
  void end(SideEnd end) {
    leave();
    output.end(end);
  }

  private void leave() {
    exchange = null;
    patience.end();
    leaving = true;
    intake.drop();
    adjustReading();
  }

  /** Reads on, or lets the client wait, as its requests can be taken. */
  void adjustReading() {
    boolean taken = exchange == null || exchange.takesMore();
    output.keepReading(leaving || (intake.hasRoom() && taken));
  }

  /** The client takes more again, or has to be waited for. */
  void writabilityChanged(boolean writable) {
    if (exchange != null) {
      exchange.clientWritabilityChanged(writable);
    }
  }

  /** A request that was begun did not become whole in time. */
  void tooSlow() {
    answer(Answer.error(408, "request_timeout", "the request did not arrive in time"));
  }

  /** No request came in time. */
  void idleForTooLong() {
    end(SideEnd.fin());
  }

  /** Ends after the exchange at hand. */
  @Override
  public void drain() {
    draining = true;
    if (exchange == null && !leaving) {
      end(SideEnd.fin());
    }
  }

  /** Ends now. */
  @Override
  public void stop() {
    if (exchange != null) {
      exchange.stop();
    }
    leave();
    output.close();
  }

  /** A fault of our own showed: this connection ends, and the others go on. */
  void failed(Throwable fault) {
    wiring.runs().ownFault(fault);
    stop();
  }

  /** The client has ended; a half-close counts as an end, see RATIONALE.md. */
  void gone(SideEnd end) {
    lane.flushes().run(); // what came before may end this exchange, and begin the next one
    if (exchange != null) {
      exchange.clientGone(end);
    }
    leave();
    output.close();
  }
}
