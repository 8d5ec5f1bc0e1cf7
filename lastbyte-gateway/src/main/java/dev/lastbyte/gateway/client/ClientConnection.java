// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.gateway.admin.AdminPages;
import dev.lastbyte.gateway.admin.AdminRequest;
import dev.lastbyte.gateway.exchange.Exchange;
import dev.lastbyte.gateway.exchange.ExchangeClient;
import dev.lastbyte.gateway.exchange.Worker;
import dev.lastbyte.gateway.local.LocalResponse;
import dev.lastbyte.gateway.transport.CloseKind;
import dev.lastbyte.wire.RequestTap;
import dev.lastbyte.wire.http.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection: its requests, one after the other, each of which becomes an exchange or is
 * served here. Used on its event loop only.
 */
final class ClientConnection implements DrainableConnection, ExchangeClient {

  private final ClientContext shared;
  private final Worker worker;
  private final ClientOutput output;
  private final InboundBuffer inbound;
  private final ClientIdleTimer idleTimer;
  private @Nullable Exchange exchange;
  private @Nullable AdminRequest adminRequest;
  private boolean serving;
  private boolean closing;
  private boolean draining;

  ClientConnection(ClientContext shared, Worker worker, ClientOutput output) {
    this.shared = shared;
    this.worker = worker;
    this.output = output;
    this.inbound =
        new InboundBuffer(shared.exchanges()::newRequestTap, worker.context(), shared.headMemory());
    this.idleTimer = new ClientIdleTimer(shared.timeouts(), worker.context().loop(), this);
  }

  /** The client's connection was accepted. */
  void opened(Channel channel) {
    if (!shared.acceptsClient(channel)) {
      respond(
          LocalResponse.error(503, "too_many_connections", "the gateway serves as many as it may"));
    } else {
      opened();
    }
  }

  /** A request is to come. */
  void opened() {
    idleTimer.awaitRequest();
  }

  /** The connection turned out to speak HTTP/2, and is served as such; nothing was taken yet. */
  void replaced() {
    idleTimer.cancel();
  }

  /** Takes over what came. */
  void received(ByteBuf bytes) {
    if (closing) {
      bytes.release();
      return;
    }
    inbound.add(bytes);
    serve();
  }

  /** Serves what was read, as far as it is its turn. */
  @Override
  public void serve() {
    if (serving) {
      return; // an exchange ended within the loop below, which goes on by itself
    }
    serving = true;
    while (!closing && canTakeInbound()) {
      ByteBuf bytes = inbound.takeUnread();
      if (bytes == null) {
        break;
      }
      if (exchange != null && exchange.isTunnel()) {
        exchange.fromClient(bytes);
      } else {
        readRequest(bytes);
      }
    }
    serving = false;
    adjustReading();
  }

  private boolean canTakeInbound() {
    return exchange == null || !inbound.request().messageComplete() || exchange.isTunnel();
  }

  private void readRequest(ByteBuf bytes) {
    RequestTap request = inbound.request();
    boolean begun = request.hasBegun();
    boolean knewHead = request.head() != null;
    ByteBuf body = inbound.feed(bytes);
    if (!begun && request.hasBegun()) {
      idleTimer.requestBegan();
    }
    RequestHead head = request.head();
    if (!knewHead && inbound.isHeadTooMuch()) {
      refuseHead(body);
    } else if (request.refusal() != null) {
      rejectMalformed(request.refusal().code());
    } else if (head != null && body != null) {
      if (knewHead) {
        passBody(body);
      } else {
        route(head, body);
      }
    }
  }

  private void route(RequestHead head, ByteBuf body) {
    Route route = Route.of(head.target(), shared.upstreams());
    LocalResponse refusal = shared.refusal(route, head);
    if (refusal != null) {
      respondLocally(body, refusal);
      return;
    }
    switch (route) {
      case Route.ToUpstream to -> startExchange(head, to, body);
      case Route.ToAdmin to -> {
        adminRequest = new AdminRequest(head, to.path());
        passBody(body);
      }
      case Route.ToFrontPage page ->
          respondLocally(body, AdminPages.frontPage(shared.upstreams().keySet()));
      case Route.Unknown nowhere -> respondLocally(body, shared.unknownUpstream());
    }
  }

  private void refuseHead(@Nullable ByteBuf body) {
    if (body != null) {
      body.release();
    }
    respond(
        LocalResponse.error(
            503,
            "heads_too_large",
            "the heads of all requests take too much memory for one of this size"));
  }

  private void respondLocally(ByteBuf body, LocalResponse response) {
    body.release();
    respond(response);
  }

  private void startExchange(RequestHead head, Route.ToUpstream to, ByteBuf body) {
    var starting =
        shared
            .exchanges()
            .newExchange(
                this,
                output,
                output instanceof ClientStreamOutput,
                worker,
                inbound.request(),
                head,
                to.upstream(),
                to.target(),
                body);
    exchange = starting;
    idleTimer.disarm();
    starting.start();
  }

  private void passBody(ByteBuf body) {
    if (exchange != null && body.isReadable()) {
      exchange.fromClient(body);
      return;
    }
    if (adminRequest != null && exchange == null) {
      LocalResponse response =
          adminRequest.feed(body, inbound.request().messageComplete(), shared.admin());
      if (response != null) {
        body.release();
        respond(response);
        return;
      }
    }
    body.release();
  }

  private void rejectMalformed(String reason) {
    if (exchange == null) {
      respond(LocalResponse.malformed(reason));
    } else {
      exchange.requestMalformed(reason);
    }
  }

  @Override
  public void exchangeFinished(boolean keepAlive) {
    exchange = null;
    inbound.nextRequest();
    if (keepAlive && !draining) {
      idleTimer.awaitRequest();
      serve();
    } else {
      end(CloseKind.fin());
    }
  }

  @Override
  public void respond(LocalResponse response) {
    output.write(response.encode());
    stopServing();
    output.whenFlushed(() -> output.end(CloseKind.fin()));
  }

  @Override
  public void end(CloseKind end) {
    stopServing();
    output.end(end);
  }

  private void stopServing() {
    exchange = null;
    idleTimer.cancel();
    closing = true;
    inbound.release();
    adjustReading();
  }

  /** Reads on, or lets the client wait, as its requests can be taken. */
  @Override
  public void adjustReading() {
    boolean taken = exchange == null || exchange.isWritable();
    output.setReading(closing || (inbound.hasRoom() && taken));
  }

  /** The client takes more again, or has to be waited for. */
  void writabilityChanged(boolean writable) {
    if (exchange != null) {
      exchange.clientWritabilityChanged(writable);
    }
  }

  /** The client began with something else than the TLS that is served. */
  void notTls() {
    shared.nonTlsClients().add();
  }

  /** A request that was begun did not become whole in time. */
  void requestTimedOut() {
    respond(LocalResponse.error(408, "request_timeout", "the request did not arrive in time"));
  }

  /** No request came in time. */
  void idleTimedOut() {
    end(CloseKind.fin());
  }

  /** Ends after the exchange at hand. */
  @Override
  public void drain() {
    draining = true;
    if (exchange == null && !closing) {
      end(CloseKind.fin());
    }
  }

  /** Ends now. */
  @Override
  public void stop() {
    if (exchange != null) {
      exchange.stop();
    }
    stopServing();
    output.close();
  }

  /** A fault of the gateway itself showed: this connection ends, and the others go on. */
  void internalError(Throwable fault) {
    shared.exchanges().runs().internalError(fault);
    stop();
  }

  /** The client has ended; a half-close counts as an end, see RATIONALE.md. */
  void clientClosed(CloseKind end) {
    worker
        .context()
        .flushes()
        .run(); // what came before may end this exchange, and begin the next one
    if (exchange != null) {
      exchange.clientClosed(end);
    }
    stopServing();
    output.close();
  }
}
