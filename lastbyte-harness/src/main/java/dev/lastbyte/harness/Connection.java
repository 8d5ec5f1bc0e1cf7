// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** One TCP connection, request after request, until one of both sides ends it. */
final class Connection {
  private static final Duration GATE_LIMIT = Duration.ofSeconds(30);
  private static final Duration LINGER = Duration.ofSeconds(5);
  private static final String GATE_HEADER = "x-lastbyte-gate";
  private static final String RETRY_HEADER = "x-stainless-retry-count";

  private final long number;
  private final Peer peer;
  private final House house;
  private int requests;

  Connection(long number, Peer peer, House house) {
    this.number = number;
    this.peer = peer;
    this.house = house;
  }

  /** What all connections of a server share. */
  record House(Ledger ledger, Gates gates, Control control, BodyHash hash) {}

  /** Serves requests to the last one, and leaves the socket to be closed. */
  void serve() throws IOException, InterruptedException {
    try {
      while (serveNext()) {
        requests++;
      }
    } catch (BadRequest e) {
      Reply refusal = Reply.error("400 Bad Request", String.valueOf(e.getMessage()));
      peer.write(refusal.text(false, false));
      leave();
    }
  }

  /** Whether the connection can carry another request after this one. */
  private boolean serveNext() throws IOException, InterruptedException {
    RequestHead head = RequestHead.read(peer.in());
    if (head == null) {
      return false;
    }
    Request request = readBody(head);
    boolean open =
        switch (Target.of(head)) {
          case Target.Control control ->
              reply(head, house.control().reply(head.method(), control.path()));
          case Target.Nothing nothing -> reply(head, Reply.error("404 Not Found", nothing.why()));
          case Target.Play play -> answer(request, play);
        };
    if (!open) {
      leave();
    }
    return open;
  }

  private Request readBody(RequestHead head) throws IOException {
    if (head.says("expect", "100-continue")) {
      peer.write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    Mac mac = house.hash().begin();
    var scan = new BodyScan();
    long bytes =
        RequestBody.drain(
            head,
            peer.in(),
            (piece, length) -> {
              mac.update(piece, 0, length);
              scan.accept(piece, length);
            });
    return new Request(head, bytes, BodyHash.end(mac), scan.streaming(), scan.toolResults());
  }

  private boolean reply(RequestHead head, Reply reply) throws IOException {
    peer.write(reply.text(head.keepsAlive(), head.method().equals("HEAD")));
    return head.keepsAlive();
  }

  private boolean answer(Request request, Target.Play play)
      throws IOException, InterruptedException {
    RequestHead head = request.head();
    if (!head.method().equals("POST")) {
      return reply(head, Reply.error("405 Method Not Allowed", "the routes take POST alone"));
    }
    String gate = gate(head);
    var occasion = new Plot.Occasion(requests > 0, request.streaming());
    Script script = play.scenario().script(play.dialect(), play.framing(), occasion);
    perform(gate == null ? script : script.heldBy(gate, GATE_LIMIT), request, play);
    return script.verb() instanceof Verb.EndOfMessage && head.keepsAlive();
  }

  private @Nullable String gate(RequestHead head) throws BadRequest {
    String gate = head.header(GATE_HEADER);
    try {
      if (gate != null) {
        house.gates().declare(gate);
      }
      return gate;
    } catch (IllegalArgumentException e) {
      throw new BadRequest(String.valueOf(e.getMessage()));
    }
  }

  private void perform(Script script, Request request, Target.Play play)
      throws InterruptedException {
    Instant startedAt = Instant.now();
    long startNanos = System.nanoTime();
    LedgerEntry.Did did = Performance.play(script, peer, house.gates());
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    house.ledger().write(new LedgerEntry(asked(request, play), did, startedAt, took));
  }

  private LedgerEntry.Asked asked(Request request, Target.Play play) {
    return new LedgerEntry.Asked(
        number,
        requests + 1,
        play.dialect().route(),
        play.dialect().token(),
        play.scenario().name(),
        play.framing().token(),
        request.streaming(),
        request.bodyBytes(),
        request.bodyHash(),
        retryCount(request.head().header(RETRY_HEADER)),
        request.toolResults());
  }

  private static @Nullable Integer retryCount(@Nullable String header) {
    return header != null && header.matches("[0-9]{1,9}") ? Integer.valueOf(header) : null;
  }

  /** Ends our side and lets the client end its own, since closing over unread bytes would reset. */
  private void leave() throws IOException {
    if (!peer.isClosed()) {
      peer.fin();
      peer.awaitLeaving(LINGER);
    }
  }
}
