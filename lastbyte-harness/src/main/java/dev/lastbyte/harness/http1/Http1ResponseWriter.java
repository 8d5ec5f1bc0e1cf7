// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http1;

import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.engine.Acknowledgement;
import dev.lastbyte.harness.engine.ClientClose;
import dev.lastbyte.harness.engine.ResponseWriter;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.tcp.TcpPeer;
import java.io.IOException;
import java.time.Duration;

/** One exchange of HTTP/1.1 on a connection. */
public final class Http1ResponseWriter implements ResponseWriter {
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final TcpPeer peer;
  private final Http1Format format;
  private long bytesWritten;

  /** A wire that frames so. */
  public Http1ResponseWriter(TcpPeer peer, Framing framing) {
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
  public void end(EndAction.Cut cut) throws IOException {
    switch (cut) {
      case EndAction.EndOfMessage unused -> raw(format.endOfMessage());
      case EndAction.Fin unused -> peer.fin();
      case EndAction.HalfClose unused -> peer.fin();
      case EndAction.Rst unused -> peer.rst();
      case EndAction.TlsCloseWithoutNotify unused -> peer.finWithoutNotice();
      case EndAction.HalfOpen other -> throw unknown(other);
      case EndAction.ResetStream other -> throw unknown(other);
      case EndAction.GoAway other -> throw unknown(other);
      case EndAction.WebSocketClose other -> throw unknown(other);
    }
  }

  @Override
  public ClientClose awaitClientClose() {
    return peer.awaitClientClose(FOR_EVER);
  }

  @Override
  public boolean isClosed() {
    return peer.isClosed();
  }

  private static IllegalStateException unknown(EndAction endAction) {
    return new IllegalStateException("HTTP/1.1 must not be asked for " + endAction.token());
  }
}
