// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An address that answers no SYN: a listener whose backlog is full and never taken from. */
final class FullBacklog implements AutoCloseable {

  private static final int PROBE_MILLIS = 300;
  private static final int MOST = 64;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final List<Socket> waiting = new ArrayList<>();

  FullBacklog() throws IOException {
    while (takesOneMore()) {
      if (waiting.size() > MOST) {
        throw new IOException("the backlog is not full after " + MOST + " connections");
      }
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /**
   * Waits until a connection to here waits for its SYN to be answered, as the kernel's table of
   * sockets tells it (Linux).
   */
  void awaitConnecting(Duration limit) throws IOException {
    long deadlineNanos = System.nanoTime() + limit.toNanos();
    while (!isConnecting()) {
      if (System.nanoTime() > deadlineNanos) {
        throw new IOException("within " + limit + " nothing tried to connect to " + url());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private boolean isConnecting() throws IOException {
    // The columns of /proc/net/tcp: number, local address, remote address, state (02: SYN_SENT).
    String connecting = ":%04X 02 ".formatted(listener.getLocalPort());
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      if (Files.readString(Path.of(table)).contains(connecting)) {
        return true;
      }
    }
    return false;
  }

  private boolean takesOneMore() throws IOException {
    var socket = new Socket();
    waiting.add(socket);
    try {
      socket.connect(
          new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), PROBE_MILLIS);
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : waiting) {
      socket.close();
    }
    listener.close();
  }
}
