// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.testkit.act;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

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
   * Asks; what comes from now on is the answer to this.
   *
   * @param run the client's own name for the run
   * @param goesOn whether another request follows on the same connection
   */
  void ask(String path, String run, String body, boolean goesOn) throws IOException {
    answer = new Answer();
    String connection = goesOn ? "keep-alive" : "close";
    socket.getOutputStream().write(request(path, run, connection, "application/json", body));
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

  boolean isOver() {
    return ended || answer.isWhole();
  }

  Answer answer() {
    return answer;
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

  /**
   * Tells the gateway what only an application knows, and waits until it is taken.
   *
   * @param event an object of JSON on one line
   */
  void tell(String run, String event) throws IOException {
    String path = "/_lastbyte/runs/" + run + "/events";
    try (var channel = new Socket(gateway.getAddress(), gateway.getPort())) {
      channel.setSoTimeout((int) LONGEST_SILENCE.toMillis());
      channel
          .getOutputStream()
          .write(request(path, run, "close", "application/x-ndjson", event + "\n"));
      byte[] status = channel.getInputStream().readNBytes("HTTP/1.1 204".length());
      if (!new String(status, StandardCharsets.ISO_8859_1).equals("HTTP/1.1 204")) {
        throw new IOException(
            "the agent channel must take " + event + " with 204, but answered "
                + new String(status, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private byte[] request(String path, String run, String connection, String media, String body) {
    String head =
        """
        POST %s HTTP/1.1
        Host: localhost:%d
        Connection: %s
        Content-Type: %s
        Content-Length: %d
        x-lastbyte-run: %s

        """
            .formatted(path, gateway.getPort(), connection, media, body.length(), run);
    return (head.replace("\n", "\r\n") + body).getBytes(StandardCharsets.US_ASCII);
  }

  /** Leaves in order, or by a reset where there is something unread. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
