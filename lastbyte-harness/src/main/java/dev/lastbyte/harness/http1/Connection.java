// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http1;

import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.Upload;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Verb;
import dev.lastbyte.harness.stage.BodyReading;
import dev.lastbyte.harness.stage.Carrier;
import dev.lastbyte.harness.stage.House;
import dev.lastbyte.harness.stage.Reply;
import dev.lastbyte.harness.stage.Request;
import dev.lastbyte.harness.stage.RequestHead;
import dev.lastbyte.harness.stage.Target;
import dev.lastbyte.harness.tcp.Peer;
import dev.lastbyte.harness.websocket.Handshake;
import dev.lastbyte.harness.websocket.WebSocketService;
import java.io.IOException;
import java.time.Duration;

/** One connection of HTTP/1.1, request after request, until one of both sides ends it. */
public final class Connection {
  private static final Duration LINGER = Duration.ofSeconds(5);
  private static final Bytes CONTINUE = Bytes.of("HTTP/1.1 100 Continue\r\n\r\n");

  private final long number;
  private final Peer peer;
  private final House house;
  private int requests;

  /**
   * A connection in its first state.
   *
   * @param number from 1, as the ledger has it
   */
  public Connection(long number, Peer peer, House house) {
    this.number = number;
    this.peer = peer;
    this.house = house;
  }

  /** Serves requests to the last one, and leaves the socket to be closed. */
  public void serve() throws IOException, InterruptedException {
    try {
      while (serveNext()) {
        requests++;
      }
    } catch (BadRequest e) {
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
    Target target = house.target(head, carrier());
    Request request = readBody(head, upload(target));
    boolean open =
        switch (target) {
          case Target.Own own -> reply(head, house.reply(head, own));
          case Target.Nothing nothing -> reply(head, nothing.reply());
          case Target.Play play -> answer(request, play);
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
            : switch (house.target(head, Carrier.WEBSOCKET)) {
              case Target.Own own -> reply(head, house.reply(head, own));
              case Target.Nothing nothing -> reply(head, nothing.reply());
              case Target.Play play -> {
                peer.write(switching(Handshake.accept(head.headers())));
                new WebSocketService(number, peer, house, head, play).serve();
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

  private static Upload upload(Target target) {
    return target instanceof Target.Play play ? play.scenario().upload() : Upload.READ;
  }

  private Request readBody(RequestHead head, Upload upload) throws IOException {
    if (upload == Upload.READ && "100-continue".equalsIgnoreCase(head.header("expect"))) {
      peer.write(CONTINUE);
    }
    BodyReading reading = house.reading();
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

  private boolean answer(Request request, Target.Play play) throws InterruptedException {
    LedgerEntry.Repeats repeats = house.repeats(request);
    Script script = house.script(play, request, repeats);
    house.perform(script, play, request, repeats, new Http1Wire(peer, play.framing()));
    return script.verb() instanceof Verb.EndOfMessage && request.head().keepsAlive();
  }

  private Carrier carrier() {
    return peer.isTls() ? Carrier.HTTP_1_IN_TLS : Carrier.HTTP_1;
  }

  private void send(Script script) throws InterruptedException {
    house.send(script, new Http1Wire(peer, Framing.LENGTH));
  }

  /** Ends our side and lets the client end its own, since closing over unread bytes would reset. */
  private void leave() throws IOException {
    if (!peer.isClosed()) {
      peer.fin();
      var unused = peer.awaitLeaving(LINGER);
    }
  }
}
