// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http1;

import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.script.Verb;
import dev.lastbyte.harness.stage.Acknowledgement;
import dev.lastbyte.harness.stage.Leaving;
import dev.lastbyte.harness.stage.Wire;
import dev.lastbyte.harness.tcp.Peer;
import java.io.IOException;
import java.time.Duration;

/** One exchange of HTTP/1.1 on a connection. */
public final class Http1Wire implements Wire {
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final Peer peer;
  private final Http1Format format;
  private long bytesWritten;

  /** A wire that frames so. */
  public Http1Wire(Peer peer, Framing framing) {
    this.peer = peer;
    format = new Http1Format(framing);
  }

  @Override
  public void interim(Step.Interim interim) throws IOException {
    raw(format.interim(interim));
  }

  @Override
  public void head(Step.Head head) throws IOException {
    raw(format.head(head));
  }

  @Override
  public void payload(Bytes payload) throws IOException {
    raw(format.payload(payload));
  }

  @Override
  public void raw(Bytes bytes) throws IOException {
    peer.write(bytes);
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
      case Verb.EndOfMessage unused -> raw(format.endOfMessage());
      case Verb.Fin unused -> peer.fin();
      case Verb.HalfClose unused -> peer.fin();
      case Verb.Rst unused -> peer.rst();
      case Verb.TlsCloseWithoutNotify unused -> peer.finWithoutNotice();
      case Verb.HalfOpen other -> throw unknown(other);
      case Verb.ResetStream other -> throw unknown(other);
      case Verb.GoAway other -> throw unknown(other);
      case Verb.WebSocketClose other -> throw unknown(other);
    }
  }

  @Override
  public Leaving awaitLeaving() {
    return peer.awaitLeaving(FOR_EVER);
  }

  @Override
  public boolean isClosed() {
    return peer.isClosed();
  }

  private static IllegalStateException unknown(Verb verb) {
    return new IllegalStateException("HTTP/1.1 must not be asked for " + verb.token());
  }
}
