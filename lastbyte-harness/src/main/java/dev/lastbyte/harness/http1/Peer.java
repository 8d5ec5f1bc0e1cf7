// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http1;

import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.stage.Acknowledgement;
import dev.lastbyte.harness.stage.Leaving;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** The client at the other end of one TCP connection, and what can be done to it. */
public final class Peer {
  private static final Duration IDLE_LIMIT = Duration.ofMinutes(5);
  private static final Duration ACKNOWLEDGE_LIMIT = Duration.ofSeconds(2);
  private static final long FALLBACK_NANOS = 250_000_000;
  private static final long LOOK_EVERY_NANOS = 200_000;

  private final Socket socket;
  private final InputStream in;
  private final byte[] ignored = new byte[1024];

  /** The client of that connection. */
  public Peer(Socket socket) throws IOException {
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
  void write(Bytes bytes) throws IOException {
    socket.getOutputStream().write(bytes.toArray());
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

  /** Waits until the client's kernel has acknowledged every byte, where that can be seen. */
  Acknowledgement acknowledge() throws IOException {
    if (!KernelQueue.isVisible()) {
      // all that is left is to give the bytes time; a gate on the request is the better way
      LockSupport.parkNanos(FALLBACK_NANOS);
      return Acknowledgement.ASSUMED;
    }
    long deadlineNanos = System.nanoTime() + ACKNOWLEDGE_LIMIT.toNanos();
    while (System.nanoTime() < deadlineNanos) {
      // empty is no proof: a table that changes while it is read may leave a socket out
      if (unacknowledgedBytes().equals(OptionalLong.of(0))) {
        return Acknowledgement.PROVEN;
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
    return Acknowledgement.ASSUMED;
  }

  private OptionalLong unacknowledgedBytes() throws IOException {
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
