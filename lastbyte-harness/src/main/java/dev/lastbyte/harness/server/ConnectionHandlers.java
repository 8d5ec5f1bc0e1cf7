// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import dev.lastbyte.harness.engine.ServerContext;
import dev.lastbyte.harness.http1.Http1Connection;
import dev.lastbyte.harness.http2.Http2Connection;
import dev.lastbyte.harness.http2.Http2Service;
import dev.lastbyte.harness.tcp.TcpPeer;
import dev.lastbyte.harness.tls.BrokenHandshake;
import dev.lastbyte.harness.tls.TlsSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/** The ways to receive a connection; all of them count as connections of one house. */
final class ConnectionHandlers {
  private static final int HANDSHAKE_LIMIT_MILLIS = 30_000;
  private static final Duration LINGER = Duration.ofSeconds(5);
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final ServerContext serverContext;
  private final AtomicLong connections = new AtomicLong();

  ConnectionHandlers(ServerContext serverContext) {
    this.serverContext = serverContext;
  }

  /** HTTP/1.1, and HTTP/2 for clients that know of it beforehand (RFC 9113 §3.3). */
  Listener.Handler plain() {
    return socket -> serve(new TcpPeer(socket));
  }

  /** TLS, and inside it what the client chooses of these protocols. */
  Listener.Handler tls(SSLContext context, List<String> protocols) {
    return socket -> {
      socket.setSoTimeout(HANDSHAKE_LIMIT_MILLIS);
      serve(new TcpPeer(socket, TlsSession.accept(socket, context, protocols)));
    };
  }

  /** A handshake that fails, and then what is left of the client's patience. */
  static Listener.Handler broken(BrokenHandshake handshake) {
    return socket -> {
      handshake.run(socket);
      boolean stalls = handshake == BrokenHandshake.STALL;
      var unused = new TcpPeer(socket).awaitClientClose(stalls ? FOR_EVER : LINGER);
    };
  }

  private void serve(TcpPeer peer) throws IOException, InterruptedException {
    long number = connections.incrementAndGet();
    if (peer.startsWith(Http2Connection.PREFACE)) {
      new Http2Service(number, peer, serverContext).serve();
    } else {
      new Http1Connection(number, peer, serverContext).serve();
    }
  }
}
