// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.h2;

import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.script.Field;
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
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection of HTTP/2 of which every stream is a request to the house. */
public final class Http2Service {
  private static final Duration LINGER = Duration.ofSeconds(5);
  private static final long BODY_LIMIT_BYTES = 64L * 1024 * 1024;

  private final long number;
  private final Peer peer;
  private final House house;
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * A connection on which nothing was read yet.
   *
   * @param number from 1, as the ledger has it
   */
  public Http2Service(long number, Peer peer, House house) {
    this.number = number;
    this.peer = peer;
    this.house = house;
  }

  /**
   * Serves until one of both sides has ended the connection, and leaves the socket to be closed.
   */
  public void serve() throws IOException, InterruptedException {
    new Http2Connection(peer.in(), peer.out(), this::answer).serve();
    if (!peer.isClosed()) {
      peer.fin();
      var unused = peer.awaitLeaving(LINGER);
    }
  }

  private void answer(Http2Stream stream) throws IOException, InterruptedException {
    RequestHead head = head(stream);
    BodyReading reading = house.reading();
    if (!drain(stream.body(), reading)) {
      house.send(Reply.badRequest("a body must be at most 67108864 bytes").to(head), wire(stream));
      return;
    }
    var request = new Request(number, requests.incrementAndGet(), head, reading.end());
    switch (house.target(head, Carrier.HTTP_2)) {
      case Target.Own own -> house.send(house.reply(head, own).to(head), wire(stream));
      case Target.Nothing nothing -> house.send(nothing.reply().to(head), wire(stream));
      case Target.Play play -> {
        LedgerEntry.Repeats repeats = house.repeats(request);
        Script script = house.script(play, request, repeats);
        house.perform(script, play, request, repeats, wire(stream));
        leave(script.verb(), stream);
      }
    }
  }

  /** Gives the client the time to end its side, and then ends the connection for all streams. */
  private void leave(Verb verb, Http2Stream stream) throws IOException {
    boolean goesOn = verb instanceof Verb.EndOfMessage || verb instanceof Verb.ResetStream;
    if (!goesOn && !(verb instanceof Verb.Lasting)) {
      var unused = stream.awaitDeparture(LINGER);
      peer.close();
    }
  }

  private Http2Wire wire(Http2Stream stream) {
    return new Http2Wire(stream, peer);
  }

  /** Whether the body was within bounds and is read to its end. */
  private static boolean drain(InputStream body, BodyReading reading) throws IOException {
    byte[] piece = new byte[8192];
    long bytes = 0;
    for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
      reading.accept(piece, length);
      bytes += length;
      if (bytes > BODY_LIMIT_BYTES) {
        return false;
      }
    }
    return true;
  }

  private static RequestHead head(Http2Stream stream) {
    Map<String, String> headers = new HashMap<>();
    for (Field field : stream.fields()) {
      headers.putIfAbsent(field.name(), field.value());
    }
    String method = headers.getOrDefault(":method", "");
    String target = headers.getOrDefault(":path", "");
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return new RequestHead(method, path, headers, true);
  }
}
