// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Many connections of clients that say nothing. */
final class IdleConnections implements AutoCloseable {

  private final List<Socket> sockets = new ArrayList<>();

  /** Opens so many; the kernel takes them, whether the gateway does or not. */
  static IdleConnections open(InetSocketAddress gateway, int count) throws IOException {
    var idle = new IdleConnections();
    for (int i = 0; i < count; i++) {
      idle.sockets.add(Agent.connect(gateway));
    }
    return idle;
  }

  Socket get(int place) {
    return sockets.get(place);
  }

  /** The last one that is left, which is not closed with the others. */
  Socket without() {
    return sockets.removeLast();
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
