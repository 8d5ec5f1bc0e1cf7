// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.h2;

import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.script.Verb;
import dev.lastbyte.harness.stage.Acknowledgement;
import dev.lastbyte.harness.stage.Leaving;
import dev.lastbyte.harness.stage.Wire;
import dev.lastbyte.harness.tcp.Peer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One stream of HTTP/2. Content without a byte is a PING, which means nothing to a stream. */
final class Http2Wire implements Wire {
  private static final Duration FOR_EVER = Duration.ofDays(365);

  /** Fields of one connection of HTTP/1.1, which have no place here (RFC 9113 §8.2.2). */
  private static final Set<String> OF_HTTP_1 = Set.of("connection", "transfer-encoding");

  private final Http2Stream stream;
  private final Peer peer;
  private long bytesWritten;

  Http2Wire(Http2Stream stream, Peer peer) {
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
  public void end(Verb.Cut cut) throws IOException {
    switch (cut) {
      case Verb.EndOfMessage unused -> bytesWritten += stream.end();
      case Verb.ResetStream reset -> bytesWritten += stream.reset((int) reset.code());
      case Verb.GoAway away -> {
        bytesWritten += stream.connection().goAway((int) away.code(), (int) away.lastStream());
        peer.fin();
      }
      case Verb.Fin unused -> peer.fin();
      case Verb.HalfClose unused -> peer.fin();
      case Verb.Rst unused -> peer.rst();
      case Verb.TlsCloseWithoutNotify unused -> peer.finWithoutNotice();
      case Verb.WebSocketClose other -> throw unknown(other);
      case Verb.HalfOpen other -> throw unknown(other);
    }
  }

  @Override
  public Leaving awaitLeaving() {
    Departure departure = stream.awaitDeparture(FOR_EVER);
    if (peer.isClosed()) {
      return Leaving.STAYED;
    }
    return switch (departure) {
      case NONE -> Leaving.STAYED;
      case STREAM_RESET, CONNECTION_RST -> Leaving.RST;
      case CONNECTION_FIN -> Leaving.FIN;
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

  private static IllegalStateException unknown(Verb verb) {
    return new IllegalStateException("HTTP/2 must not be asked for " + verb.token());
  }
}
