// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.websocket;

import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.engine.BodyMeter;
import dev.lastbyte.harness.engine.Request;
import dev.lastbyte.harness.engine.RequestHead;
import dev.lastbyte.harness.engine.RequestTarget;
import dev.lastbyte.harness.engine.ServerContext;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.tcp.TcpPeer;
import dev.lastbyte.harness.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One WebSocket to a scenario, after the upgrade was answered: every {@code response.create} is a
 * request to the house, as in the Responses API.
 */
public final class WebSocketService {
  private static final Duration LINGER = Duration.ofSeconds(5);
  private static final Bytes CREATE = Bytes.of("\"response.create\"");

  private final long number;
  private final TcpPeer peer;
  private final ServerContext serverContext;
  private final RequestHead head;
  private final RequestTarget.ScenarioTarget play;
  private int requests;

  /**
   * A connection on which the next byte is the first of a frame.
   *
   * @param number from 1, as the ledger has it
   * @param head of the request for the upgrade
   */
  public WebSocketService(
      long number,
      TcpPeer peer,
      ServerContext serverContext,
      RequestHead head,
      RequestTarget.ScenarioTarget play) {
    this.number = number;
    this.peer = peer;
    this.serverContext = serverContext;
    this.head = head;
    this.play = play;
  }

  /** Serves until one of both sides has ended it, and leaves the TCP connection to be ended. */
  public void serve() throws IOException, InterruptedException {
    new WebSocketConnection(peer.in(), peer.out(), this::handle).serve();
  }

  private void handle(byte[] message, WebSocketConnection connection)
      throws IOException, InterruptedException {
    if (Bytes.of(message).indexOf(CREATE) < 0) {
      connection.text(notKnown());
      return;
    }
    BodyMeter reading = serverContext.bodyMeter().ofStream();
    reading.accept(message, message.length);
    requests++;
    var request = new Request(number, requests, head, reading.end());
    LedgerEntry.Repeats repeats = serverContext.repeats(request);
    Script script = serverContext.script(play, request, repeats);
    serverContext.run(
        script, play, request, repeats, new WebSocketResponseWriter(connection, peer));
    leave(script.endAction(), connection);
  }

  /** Gives the client the time to end its side, and then ends the connection. */
  private void leave(EndAction endAction, WebSocketConnection connection) throws IOException {
    if (!(endAction instanceof EndAction.EndOfMessage)) {
      var unused = connection.awaitClose(LINGER);
      peer.close();
    }
  }

  private static byte[] notKnown() {
    var error =
        new Json()
            .with("type", "invalid_request_error")
            .with("message", "a message must be a response.create");
    return new Json()
        .with("type", "error")
        .with("status", 400)
        .withRaw("error", error)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
