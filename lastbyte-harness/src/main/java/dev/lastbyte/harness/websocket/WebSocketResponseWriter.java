// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.websocket;

import dev.lastbyte.harness.engine.Acknowledgement;
import dev.lastbyte.harness.engine.ClientClose;
import dev.lastbyte.harness.engine.ResponseWriter;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.tcp.TcpPeer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * One response on a WebSocket: each server-sent event goes out as a message that is its data alone,
 * and one without data as a ping. There are no heads.
 */
final class WebSocketResponseWriter implements ResponseWriter {
  private static final Duration FOR_EVER = Duration.ofDays(365);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
  private static final String DATA = "data: ";

  private final WebSocketConnection connection;
  private final TcpPeer peer;
  private long bytesWritten;

  WebSocketResponseWriter(WebSocketConnection connection, TcpPeer peer) {
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
  public void end(EndAction.Cut cut) throws IOException {
    switch (cut) {
      case EndAction.EndOfMessage unused -> {
        // the messages said so; the connection waits for the next request
      }
      case EndAction.WebSocketClose close -> {
        bytesWritten += connection.close(close.code(), "");
        var unused = connection.awaitClose(CLOSE_LIMIT);
        peer.fin();
      }
      case EndAction.HalfOpen unused -> connection.stopReplying();
      case EndAction.Fin unused -> peer.fin();
      case EndAction.HalfClose unused -> peer.fin();
      case EndAction.Rst unused -> peer.rst();
      case EndAction.TlsCloseWithoutNotify unused -> peer.finWithoutNotice();
      case EndAction.ResetStream other -> throw unknown(other);
      case EndAction.GoAway other -> throw unknown(other);
    }
  }

  @Override
  public ClientClose awaitClientClose() {
    SocketClose closeState = connection.awaitClose(FOR_EVER);
    if (peer.isClosed()) {
      return ClientClose.STAYED;
    }
    return switch (closeState) {
      case NONE -> ClientClose.STAYED;
      case CLOSE_FRAME, FIN -> ClientClose.FIN;
      case RST -> ClientClose.RST;
    };
  }

  @Override
  public boolean isClosed() {
    return peer.isClosed();
  }

  private static IllegalStateException unknown(EndAction endAction) {
    return new IllegalStateException("a WebSocket must not be asked for " + endAction.token());
  }
}
