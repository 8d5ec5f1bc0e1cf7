// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** One port that is listened on, with a thread for each of at most 4,096 connections. */
final class Listener implements Closeable {
  private static final int BACKLOG = 512;
  private static final int CONNECTION_LIMIT = 4096;

  private final ServerSocket listener;
  private final Handler host;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Semaphore free = new Semaphore(CONNECTION_LIMIT);

  private Listener(ServerSocket listener, Handler host) {
    this.listener = listener;
    this.host = host;
  }

  /** Serves each connection that comes in. */
  interface Handler {
    /** Serves a connection to its end; the socket is closed after it. */
    void serve(Socket socket) throws IOException, InterruptedException;
  }

  /**
   * Opens at that address; port 0 takes a free one.
   *
   * @throws IOException if the address cannot be had
   */
  static Listener open(InetSocketAddress address, Handler host) throws IOException {
    var listener = new ServerSocket();
    try {
      listener.bind(address, BACKLOG);
      var portListener = new Listener(listener, host);
      Thread.ofVirtual().name("lastbyte-harness-accept").start(portListener::accept);
      return portListener;
    } catch (IOException e) {
      listener.close();
      throw e;
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /** Stops listening and closes every connection. */
  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      free.acquireUninterruptibly();
      try {
        serve(listener.accept());
      } catch (IOException e) {
        // the listener was closed, or a client left before we took it
        free.release();
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    open.add(socket);
    if (listener.isClosed()) {
      // it came between the last look of close() and now
      socket.close();
    }
    Thread.ofVirtual()
        .name("lastbyte-harness-connection")
        .start(() -> {
          try (socket) {
            host.serve(socket);
          } catch (IOException e) {
            // the client left between two exchanges, which is its right
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            open.remove(socket);
            free.release();
          }
        });
  }
}
