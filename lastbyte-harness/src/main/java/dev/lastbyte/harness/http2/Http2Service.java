// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.engine.BodyMeter;
import dev.lastbyte.harness.engine.Reply;
import dev.lastbyte.harness.engine.Request;
import dev.lastbyte.harness.engine.RequestHead;
import dev.lastbyte.harness.engine.RequestTarget;
import dev.lastbyte.harness.engine.ServerContext;
import dev.lastbyte.harness.engine.Transport;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.tcp.TcpPeer;
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
  private final TcpPeer peer;
  private final ServerContext serverContext;
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * A connection on which nothing was read yet.
   *
   * @param number from 1, as the ledger has it
   */
  public Http2Service(long number, TcpPeer peer, ServerContext serverContext) {
    this.number = number;
    this.peer = peer;
    this.serverContext = serverContext;
  }

  /**
   * Serves until one of both sides has ended the connection, and leaves the socket to be closed.
   */
  public void serve() throws IOException, InterruptedException {
    new Http2Connection(peer.in(), peer.out(), this::handle).serve();
    if (!peer.isClosed()) {
      peer.fin();
      var unused = peer.awaitClientClose(LINGER);
    }
  }

  private void handle(Http2Stream stream) throws IOException, InterruptedException {
    RequestHead head = head(stream);
    BodyMeter reading = serverContext.bodyMeter();
    if (!drain(stream.body(), reading)) {
      serverContext.send(
          Reply.badRequest("a body must be at most 67108864 bytes").to(head), wire(stream));
      return;
    }
    var request = new Request(number, requests.incrementAndGet(), head, reading.end());
    switch (serverContext.target(head, Transport.HTTP_2)) {
      case RequestTarget.ControlTarget own ->
          serverContext.send(serverContext.reply(head, own).to(head), wire(stream));
      case RequestTarget.RejectedTarget nothing ->
          serverContext.send(nothing.reply().to(head), wire(stream));
      case RequestTarget.ScenarioTarget play -> {
        LedgerEntry.Repeats repeats = serverContext.repeats(request);
        Script script = serverContext.script(play, request, repeats);
        serverContext.run(script, play, request, repeats, wire(stream));
        leave(script.endAction(), stream);
      }
    }
  }

  /** Gives the client the time to end its side, and then ends the connection for all streams. */
  private void leave(EndAction endAction, Http2Stream stream) throws IOException {
    boolean goesOn =
        endAction instanceof EndAction.EndOfMessage || endAction instanceof EndAction.ResetStream;
    if (!goesOn && !(endAction instanceof EndAction.Lasting)) {
      var unused = stream.awaitClose(LINGER);
      peer.close();
    }
  }

  private Http2ResponseWriter wire(Http2Stream stream) {
    return new Http2ResponseWriter(stream, peer);
  }

  /** Whether the body was within bounds and is read to its end. */
  private static boolean drain(InputStream body, BodyMeter reading) throws IOException {
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
