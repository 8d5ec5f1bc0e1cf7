// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http1;

import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.UploadHandling;
import dev.lastbyte.harness.engine.BodyMeter;
import dev.lastbyte.harness.engine.Reply;
import dev.lastbyte.harness.engine.Request;
import dev.lastbyte.harness.engine.RequestHead;
import dev.lastbyte.harness.engine.RequestTarget;
import dev.lastbyte.harness.engine.ServerContext;
import dev.lastbyte.harness.engine.Transport;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.tcp.TcpPeer;
import dev.lastbyte.harness.websocket.Handshake;
import dev.lastbyte.harness.websocket.WebSocketService;
import java.io.IOException;
import java.time.Duration;

/** One connection of HTTP/1.1, request after request, until one of both sides ends it. */
public final class Http1Connection {
  private static final Duration LINGER = Duration.ofSeconds(5);
  private static final Bytes CONTINUE = Bytes.of("HTTP/1.1 100 Continue\r\n\r\n");

  private final long number;
  private final TcpPeer peer;
  private final ServerContext serverContext;
  private int requests;

  /**
   * A connection in its first state.
   *
   * @param number from 1, as the ledger has it
   */
  public Http1Connection(long number, TcpPeer peer, ServerContext serverContext) {
    this.number = number;
    this.peer = peer;
    this.serverContext = serverContext;
  }

  /** Serves requests to the last one, and leaves the socket to be closed. */
  public void serve() throws IOException, InterruptedException {
    try {
      while (serveNext()) {
        requests++;
      }
    } catch (BadRequestException e) {
      send(Reply.badRequest(String.valueOf(e.getMessage())).toNobody());
      leave();
    }
  }

  /** Whether the connection can carry another request after this one. */
  private boolean serveNext() throws IOException, InterruptedException {
    RequestHead head = HeadReader.read(peer.in());
    if (head == null) {
      return false;
    }
    if (Handshake.isWanted(head.headers())) {
      return upgrade(head);
    }
    RequestTarget target = serverContext.target(head, carrier());
    Request request = readBody(head, upload(target));
    boolean open =
        switch (target) {
          case RequestTarget.ControlTarget own -> reply(head, serverContext.reply(head, own));
          case RequestTarget.RejectedTarget nothing -> reply(head, nothing.reply());
          case RequestTarget.ScenarioTarget play -> respond(request, play);
        };
    if (!open) {
      leave();
    }
    return open;
  }

  /** Leaves HTTP/1.1 for a WebSocket, where that is rightly asked for; there is no way back. */
  private boolean upgrade(RequestHead head) throws IOException, InterruptedException {
    boolean open =
        !Handshake.isValid(head.headers())
            ? reply(head, Reply.badRequest("an upgrade must be as RFC 6455 has it"))
            : switch (serverContext.target(head, Transport.WEBSOCKET)) {
              case RequestTarget.ControlTarget own -> reply(head, serverContext.reply(head, own));
              case RequestTarget.RejectedTarget nothing -> reply(head, nothing.reply());
              case RequestTarget.ScenarioTarget play -> {
                peer.write(switching(Handshake.accept(head.headers())));
                new WebSocketService(number, peer, serverContext, head, play).serve();
                yield false;
              }
            };
    if (!open) {
      leave();
    }
    return open;
  }

  private static Bytes switching(String accept) {
    return Bytes.of(
        "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
            + "sec-websocket-accept: "
            + accept
            + "\r\n\r\n");
  }

  private static UploadHandling upload(RequestTarget target) {
    return target instanceof RequestTarget.ScenarioTarget play
        ? play.scenario().upload()
        : UploadHandling.READ;
  }

  private Request readBody(RequestHead head, UploadHandling upload) throws IOException {
    if (upload == UploadHandling.READ && "100-continue".equalsIgnoreCase(head.header("expect"))) {
      peer.write(CONTINUE);
    }
    BodyMeter reading = serverContext.bodyMeter();
    switch (upload) {
      case READ, READ_WITHOUT_CONTINUE -> RequestBody.drain(head, peer.in(), reading);
      case CUT -> RequestBody.takeFirst(head, peer.in(), reading);
    }
    return new Request(number, requests + 1, head, reading.end());
  }

  private boolean reply(RequestHead head, Reply reply) throws InterruptedException {
    send(reply.to(head));
    return head.keepsAlive();
  }

  private boolean respond(Request request, RequestTarget.ScenarioTarget play)
      throws InterruptedException {
    LedgerEntry.Repeats repeats = serverContext.repeats(request);
    Script script = serverContext.script(play, request, repeats);
    serverContext.run(
        script, play, request, repeats, new Http1ResponseWriter(peer, play.framing()));
    return script.endAction() instanceof EndAction.EndOfMessage && request.head().keepsAlive();
  }

  private Transport carrier() {
    return peer.isTls() ? Transport.HTTP_1_IN_TLS : Transport.HTTP_1;
  }

  private void send(Script script) throws InterruptedException {
    serverContext.send(script, new Http1ResponseWriter(peer, Framing.LENGTH));
  }

  /** Ends our side and lets the client end its own, since closing over unread bytes would reset. */
  private void leave() throws IOException {
    if (!peer.isClosed()) {
      peer.fin();
      var unused = peer.awaitClientClose(LINGER);
    }
  }
}
