// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One response with all its bytes. */
final class WholeAnswer implements Receiver {

  private final MessageEnd end = new MessageEnd();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean whole;

  private WholeAnswer() {}

  /** Asks once, and returns what comes, head and framing included. */
  static String to(EventLoop loop, int port, ByteBuffer request) throws IOException {
    var answer = new WholeAnswer();
    Connection connection = loop.connect(port, self -> answer);
    connection.write(request);
    loop.turnUntil(() -> answer.whole);
    connection.close();
    return answer.bytes.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void received(ByteBuffer read) throws IOException {
    var copy = new byte[read.remaining()];
    read.get(read.position(), copy);
    bytes.writeBytes(copy);
    whole = end.ends(read);
  }

  @Override
  public void ended() throws IOException {
    throw new IOException("the proxy ended the connection in the middle of a response");
  }
}
