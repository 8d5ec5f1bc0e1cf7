// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.websocket;

import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.script.Verb;
import dev.lastbyte.harness.stage.Acknowledgement;
import dev.lastbyte.harness.stage.Leaving;
import dev.lastbyte.harness.stage.Wire;
import dev.lastbyte.harness.tcp.Peer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * One response on a WebSocket: each server-sent event goes out as a message that is its data alone,
 * and one without data as a ping. There are no heads.
 */
final class WebSocketWire implements Wire {
  private static final Duration FOR_EVER = Duration.ofDays(365);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
  private static final String DATA = "data: ";

  private final WebSocketConnection connection;
  private final Peer peer;
  private long bytesWritten;

  WebSocketWire(WebSocketConnection connection, Peer peer) {
    this.connection = connection;
    this.peer = peer;
  }

  @Override
  public void interim(Step.Interim interim) {}

  @Override
  public void head(Step.Head head) {}

  @Override
  public void payload(Bytes payload) throws IOException {
    String data =
        payload
            .text()
            .lines()
            .filter(line -> line.startsWith(DATA))
            .map(line -> line.substring(DATA.length()))
            .collect(Collectors.joining("\n"));
    byte[] utf8 = data.getBytes(StandardCharsets.UTF_8);
    bytesWritten += utf8.length == 0 ? connection.ping() : connection.text(utf8);
  }

  @Override
  public void raw(Bytes bytes) throws IOException {
    bytesWritten += connection.raw(bytes.toArray());
  }

  @Override
  public long bytesWritten() {
    return bytesWritten;
  }

  @Override
  public Acknowledgement acknowledge() throws IOException {
    return peer.acknowledge();
  }

  @Override
  public void end(Verb.Cut cut) throws IOException {
    switch (cut) {
      case Verb.EndOfMessage unused -> {
        // the messages said so; the connection waits for the next request
      }
      case Verb.WebSocketClose close -> {
        bytesWritten += connection.close(close.code(), "");
        var unused = connection.awaitDeparture(CLOSE_LIMIT);
        peer.fin();
      }
      case Verb.HalfOpen unused -> connection.fallSilent();
      case Verb.Fin unused -> peer.fin();
      case Verb.HalfClose unused -> peer.fin();
      case Verb.Rst unused -> peer.rst();
      case Verb.TlsCloseWithoutNotify unused -> peer.finWithoutNotice();
      case Verb.ResetStream other -> throw unknown(other);
      case Verb.GoAway other -> throw unknown(other);
    }
  }

  @Override
  public Leaving awaitLeaving() {
    Departure departure = connection.awaitDeparture(FOR_EVER);
    if (peer.isClosed()) {
      return Leaving.STAYED;
    }
    return switch (departure) {
      case NONE -> Leaving.STAYED;
      case CLOSE_FRAME, FIN -> Leaving.FIN;
      case RST -> Leaving.RST;
    };
  }

  @Override
  public boolean isClosed() {
    return peer.isClosed();
  }

  private static IllegalStateException unknown(Verb verb) {
    return new IllegalStateException("a WebSocket must not be asked for " + verb.token());
  }
}
