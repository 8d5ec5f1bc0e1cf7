// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.testkit.act;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** A client of a gateway on a raw socket, which does nothing but what it is told. */
final class Caller implements AutoCloseable {

  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);
  private static final int READ_BYTES = 16 * 1024;

  private final InetSocketAddress gateway;
  private final Socket socket;
  private Answer answer = new Answer();
  private boolean ended;

  private Caller(InetSocketAddress gateway, Socket socket) {
    this.gateway = gateway;
    this.socket = socket;
  }

  static Caller of(InetSocketAddress gateway) throws IOException {
    return new Caller(gateway, new Socket(gateway.getAddress(), gateway.getPort()));
  }

  /**
   * Asks, and has another request to send on this connection; what comes from now on is the answer
   * to this one.
   */
  void askFirst(String path, String run, String body) throws IOException {
    ask(path, run, "keep-alive", body);
  }

  /** Asks for the last time on this connection. */
  void ask(String path, String run, String body) throws IOException {
    ask(path, run, "close", body);
  }

  private void ask(String path, String run, String connection, String body) throws IOException {
    answer = new Answer();
    String headers =
        "Connection: %s\r\nContent-Type: application/json\r\nx-lastbyte-run: %s"
            .formatted(connection, run);
    write(request(gateway, path, headers, body));
  }

  /**
   * Asks with the body held back until the other side wants it, or has said nothing for so long.
   */
  void askExpecting(String path, String run, String body, Duration patience) throws IOException {
    answer = new Answer();
    String headers =
        """
        Connection: close\r
        Expect: 100-continue\r
        Content-Type: application/json\r
        x-lastbyte-run: %s\
        """
            .formatted(run);
    byte[] whole = request(gateway, path, headers, body);
    write(Arrays.copyOf(whole, whole.length - body.length()));
    if (!readFor(patience) && isOver()) {
      return;
    }
    write(Arrays.copyOfRange(whole, whole.length - body.length(), whole.length));
  }

  private void write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException cut) {
      // the other side would not have all of it; what it said, if anything, is still to be read
    }
  }

  /** Reads to the end of the message or of the connection. */
  void readAll() throws IOException {
    readTo(Long.MAX_VALUE);
  }

  /** Reads until there is a head and so much content, or the end. */
  void readTo(long contentBytes) throws IOException {
    while (!isOver() && !(answer.hasHead() && answer.contentBytes() >= contentBytes)) {
      read(LONGEST_SILENCE);
    }
  }

  /**
   * Reads on for so long.
   *
   * @return whether the time passed before the end came
   */
  boolean readFor(Duration patience) throws IOException {
    long deadlineNanos = System.nanoTime() + patience.toNanos();
    while (!isOver()) {
      Duration left = Duration.ofNanos(deadlineNanos - System.nanoTime());
      if (!left.isPositive()) {
        return true;
      }
      try {
        read(left);
      } catch (SocketTimeoutException e) {
        return true;
      }
    }
    return false;
  }

  /** Whether the message is whole or the connection has ended. */
  boolean isOver() {
    return ended || answer.isWhole();
  }

  private void read(Duration atMost) throws IOException {
    socket.setSoTimeout((int) Math.max(1, atMost.toMillis()));
    byte[] bytes = new byte[READ_BYTES];
    try {
      int length = socket.getInputStream().read(bytes);
      if (length < 0) {
        ended = true;
      } else {
        answer.add(bytes, length);
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException reset) {
      ended = true;
    }
  }

  /** A request to that path, in bytes. */
  static byte[] request(InetSocketAddress to, String path, String headers, String body) {
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost:%d\r\n%s\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, to.getPort(), headers, body.length());
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }

  /** Leaves in order, or by a reset where there is something unread. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
