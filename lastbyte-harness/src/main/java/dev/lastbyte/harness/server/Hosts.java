// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import dev.lastbyte.harness.h2.Http2Connection;
import dev.lastbyte.harness.h2.Http2Service;
import dev.lastbyte.harness.http1.Connection;
import dev.lastbyte.harness.stage.House;
import dev.lastbyte.harness.tcp.Peer;
import dev.lastbyte.harness.tls.BrokenHandshake;
import dev.lastbyte.harness.tls.TlsSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/** The ways to receive a connection; all of them count as connections of one house. */
final class Hosts {
  private static final int HANDSHAKE_LIMIT_MILLIS = 30_000;
  private static final Duration LINGER = Duration.ofSeconds(5);
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final House house;
  private final AtomicLong connections = new AtomicLong();

  Hosts(House house) {
    this.house = house;
  }

  /** HTTP/1.1, and HTTP/2 for clients that know of it beforehand (RFC 9113 §3.3). */
  Door.Host plain() {
    return socket -> speak(new Peer(socket));
  }

  /** TLS, and inside it what the client chooses of these protocols. */
  Door.Host tls(SSLContext context, List<String> protocols) {
    return socket -> {
      socket.setSoTimeout(HANDSHAKE_LIMIT_MILLIS);
      speak(new Peer(socket, TlsSession.accept(socket, context, protocols)));
    };
  }

  /** A handshake that fails, and then what is left of the client's patience. */
  static Door.Host broken(BrokenHandshake handshake) {
    return socket -> {
      handshake.play(socket);
      boolean stalls = handshake == BrokenHandshake.STALL;
      var unused = new Peer(socket).awaitLeaving(stalls ? FOR_EVER : LINGER);
    };
  }

  private void speak(Peer peer) throws IOException, InterruptedException {
    long number = connections.incrementAndGet();
    if (peer.begins(Http2Connection.PREFACE)) {
      new Http2Service(number, peer, house).serve();
    } else {
      new Connection(number, peer, house).serve();
    }
  }
}
