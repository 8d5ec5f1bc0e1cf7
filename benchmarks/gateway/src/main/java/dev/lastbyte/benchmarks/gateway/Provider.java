// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Answers every request in the way that is set at the moment. */
final class Provider {

  private final int port;
  private final List<Connection> asking = new ArrayList<>();
  private ByteBuffer answer = Messages.json();
  private boolean held;

  private Provider(EventLoop loop) throws IOException {
    this.port = loop.listen(Asked::new);
  }

  static Provider on(EventLoop loop) throws IOException {
    return new Provider(loop);
  }

  int port() {
    return port;
  }

  /** From now on, each request is answered with these bytes. */
  void answerWith(ByteBuffer answer) {
    this.answer = answer;
    this.held = false;
    asking.clear();
  }

  /** From now on, each request is answered with these bytes, and its stream is {@link #held()}. */
  void answerAndHold(ByteBuffer start) {
    answerWith(start);
    held = true;
  }

  /** The streams that are open, in the order in which they were asked for. */
  List<Connection> held() {
    return asking;
  }

  private final class Asked implements Receiver {

    private final Connection connection;
    private final MessageEnd request = new MessageEnd();

    Asked(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void received(ByteBuffer bytes) throws IOException {
      if (request.ends(bytes)) {
        connection.write(answer.duplicate());
        if (held) {
          asking.add(connection);
        }
      }
    }

    @Override
    public void ended() {
      // A proxy lets go of an unused connection. In use, its caller would notice.
    }
  }
}
