// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;

/** The client at the other end of one TCP connection, and what can be done to it. */
final class Peer {
  private static final Duration IDLE_LIMIT = Duration.ofMinutes(5);

  private final Socket socket;
  private final InputStream in;
  private final byte[] ignored = new byte[1024];

  Peer(Socket socket) throws IOException {
    this.socket = socket;
    in = new BufferedInputStream(socket.getInputStream());
    // one write, one segment: the script decides what goes together
    socket.setTcpNoDelay(true);
  }

  /** What the client sends; a read fails after five minutes of silence. */
  InputStream in() throws SocketException {
    socket.setSoTimeout((int) IDLE_LIMIT.toMillis());
    return in;
  }

  /** Writes it all in one go. */
  void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends our side in order; a second time does nothing. */
  void fin() throws IOException {
    if (!socket.isOutputShutdown()) {
      socket.shutdownOutput();
    }
  }

  /** Resets the connection: closing without lingering sends RST at once. */
  void rst() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Written bytes that the client's kernel has not acknowledged; empty where it cannot be seen. */
  OptionalLong unacknowledgedBytes() throws IOException {
    return KernelQueue.unacknowledgedBytes(socket.getLocalPort(), socket.getPort());
  }

  /**
   * Ignores what the client sends until it leaves or the time is over; an end that comes from our
   * own side counts as staying.
   */
  Leaving awaitLeaving(Duration atMost) {
    long deadlineNanos = System.nanoTime() + atMost.toNanos();
    try {
      int length = 0;
      while (length >= 0) {
        long leftMillis = (deadlineNanos - System.nanoTime()) / 1_000_000;
        if (leftMillis <= 0) {
          return Leaving.STAYED;
        }
        socket.setSoTimeout((int) Math.min(leftMillis, Integer.MAX_VALUE));
        length = in.read(ignored);
      }
      return Leaving.FIN;
    } catch (SocketTimeoutException e) {
      return Leaving.STAYED;
    } catch (IOException e) {
      return socket.isClosed() ? Leaving.STAYED : Leaving.RST;
    }
  }

  boolean isClosed() {
    return socket.isClosed();
  }
}
