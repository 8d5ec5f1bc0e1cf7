// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import dev.lastbyte.harness.engine.Acknowledgement;
import dev.lastbyte.harness.engine.ClientClose;
import dev.lastbyte.harness.engine.ResponseWriter;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.tcp.TcpPeer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One stream of HTTP/2. Content without a byte is a PING, which means nothing to a stream. */
final class Http2ResponseWriter implements ResponseWriter {
  private static final Duration FOR_EVER = Duration.ofDays(365);

  /** Fields of one connection of HTTP/1.1, which have no place here (RFC 9113 §8.2.2). */
  private static final Set<String> OF_HTTP_1 = Set.of("connection", "transfer-encoding");

  private final Http2Stream stream;
  private final TcpPeer peer;
  private long bytesWritten;

  Http2ResponseWriter(Http2Stream stream, TcpPeer peer) {
    this.stream = stream;
    this.peer = peer;
  }

  @Override
  public void interim(Step.Interim interim) throws IOException {
    headers(interim.status(), interim.fields());
  }

  @Override
  public void head(Step.Head head) throws IOException {
    headers(head.status(), head.fields());
  }

  @Override
  public void payload(Bytes payload) throws IOException {
    bytesWritten += payload.isEmpty() ? stream.connection().ping() : stream.data(payload.toArray());
  }

  @Override
  public void raw(Bytes bytes) throws IOException {
    stream.connection().raw(bytes.toArray());
    bytesWritten += bytes.size();
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
      case EndAction.EndOfMessage unused -> bytesWritten += stream.end();
      case EndAction.ResetStream reset -> bytesWritten += stream.reset((int) reset.code());
      case EndAction.GoAway away -> {
        bytesWritten += stream.connection().goAway((int) away.code(), (int) away.lastStream());
        peer.fin();
      }
      case EndAction.Fin unused -> peer.fin();
      case EndAction.HalfClose unused -> peer.fin();
      case EndAction.Rst unused -> peer.rst();
      case EndAction.TlsCloseWithoutNotify unused -> peer.finWithoutNotice();
      case EndAction.WebSocketClose other -> throw unknown(other);
      case EndAction.HalfOpen other -> throw unknown(other);
    }
  }

  @Override
  public ClientClose awaitClientClose() {
    StreamClose closeState = stream.awaitClose(FOR_EVER);
    if (peer.isClosed()) {
      return ClientClose.STAYED;
    }
    return switch (closeState) {
      case NONE -> ClientClose.STAYED;
      case STREAM_RESET, CONNECTION_RST -> ClientClose.RST;
      case CONNECTION_FIN -> ClientClose.FIN;
    };
  }

  @Override
  public boolean isClosed() {
    return peer.isClosed();
  }

  private void headers(int status, List<Field> more) throws IOException {
    var fields = new ArrayList<Field>();
    fields.add(new Field(":status", Integer.toString(status)));
    more.stream().filter(field -> !OF_HTTP_1.contains(field.name())).forEach(fields::add);
    bytesWritten += stream.headers(fields);
  }

  private static IllegalStateException unknown(EndAction endAction) {
    return new IllegalStateException("HTTP/2 must not be asked for " + endAction.token());
  }
}
