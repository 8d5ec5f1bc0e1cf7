// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Callers that ask again as soon as they are answered, each on a connection of its own. */
final class Burst {

  static final int CONNECTIONS = 32;

  private final ByteBuffer request;
  private long unasked;
  private long unanswered;

  private Burst(ByteBuffer request, long requests) {
    this.request = request;
    this.unasked = requests;
    this.unanswered = requests;
  }

  /** Asks so many times, and returns how many nanoseconds that took. */
  static long run(EventLoop loop, int port, ByteBuffer request, long requests) throws IOException {
    var burst = new Burst(request, requests);
    List<Connection> connections = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      connections.add(loop.connect(port, connection -> burst.new Caller(connection)));
    }
    long start = System.nanoTime();
    for (Connection connection : connections) {
      burst.ask(connection);
    }
    loop.turnUntil(() -> burst.unanswered == 0);
    long nanos = System.nanoTime() - start;
    for (Connection connection : connections) {
      connection.close();
    }
    return nanos;
  }

  private void ask(Connection connection) throws IOException {
    if (unasked > 0) {
      unasked--;
      connection.write(request.duplicate());
    }
  }

  private final class Caller implements Receiver {

    private final Connection connection;
    private final MessageEnd answer = new MessageEnd();

    Caller(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void received(ByteBuffer bytes) throws IOException {
      if (answer.ends(bytes)) {
        unanswered--;
        ask(connection);
      }
    }

    @Override
    public void ended() throws IOException {
      throw new IOException("the proxy ended a connection in the middle of a burst");
    }
  }
}
