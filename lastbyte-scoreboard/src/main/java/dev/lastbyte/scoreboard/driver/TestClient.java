// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard.driver;

import dev.lastbyte.harness.Framing;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A client of a gateway on a raw socket, which does nothing but what it is told. */
abstract sealed class TestClient implements AutoCloseable
    permits Http1TestClient, Http2TestClient, WebSocketTestClient {

  private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);
  private static final int READ_BYTES = 16 * 1024;

  final InetSocketAddress gateway;
  private final Socket socket;
  private boolean ended;

  TestClient(InetSocketAddress gateway) throws IOException {
    this.gateway = gateway;
    this.socket = new Socket(gateway.getAddress(), gateway.getPort());
    socket.setTcpNoDelay(true);
  }

  /** One that speaks to the gateway as the provider is going to speak. */
  static TestClient of(InetSocketAddress gateway, Framing framing) throws IOException {
    return switch (framing) {
      case CHUNKED, LENGTH, CLOSE_DELIMITED, TLS -> new Http1TestClient(gateway);
      case H2 -> new Http2TestClient(gateway);
      case WEBSOCKET -> new WebSocketTestClient(gateway);
    };
  }

  /**
   * Asks, and has another request to send on this connection; what comes from now on is the
   * response to this one.
   */
  abstract void sendKeepAlive(String path, String run, String body) throws IOException;

  /** Asks for the last time on this connection. */
  abstract void sendLast(String path, String run, String body) throws IOException;

  /**
   * Asks with the body held back until the other side wants it, or has said nothing for so long.
   */
  abstract void sendExpectContinue(String path, String run, String body, Duration timeout)
      throws IOException;

  /** Takes over what came. */
  abstract void add(byte[] bytes, int length) throws IOException;

  abstract boolean hasHead();

  abstract long contentBytes();

  /** Whether the response has come to its end, whole or not. */
  abstract boolean isResponseComplete();

  final void write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException cut) {
      // the other side would not have all of it; what it said, if anything, is still to be read
    }
  }

  /** Reads to the end of the message or of the connection. */
  final void readAll() throws IOException {
    readTo(Long.MAX_VALUE);
  }

  /** Reads until there is a head and so much content, or the end. */
  final void readTo(long contentBytes) throws IOException {
    while (!isFinished() && !(hasHead() && contentBytes() >= contentBytes)) {
      read(READ_TIMEOUT);
    }
  }

  /**
   * Reads on for so long.
   *
   * @return whether the time passed before the end came
   */
  final boolean readFor(Duration timeout) throws IOException {
    long deadlineNanos = System.nanoTime() + timeout.toNanos();
    while (!isFinished()) {
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
  final boolean isFinished() {
    return ended || isResponseComplete();
  }

  /** Reads once. */
  final void read() throws IOException {
    read(READ_TIMEOUT);
  }

  private void read(Duration atMost) throws IOException {
    socket.setSoTimeout((int) Math.max(1, atMost.toMillis()));
    byte[] bytes = new byte[READ_BYTES];
    try {
      int length = socket.getInputStream().read(bytes);
      if (length < 0) {
        ended = true;
      } else {
        add(bytes, length);
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException reset) {
      ended = true;
    }
  }

  /** Leaves in order, or by a reset where there is something unread. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
