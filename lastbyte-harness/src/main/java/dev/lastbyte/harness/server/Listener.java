// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One port that is listened on, with a thread for each of at most 4,096 connections. */
final class Listener implements Closeable {
  private static final int BACKLOG = 512;
  private static final int CONNECTION_LIMIT = 4096;

  /** Others in this process may hold the descriptors that are lacking, and do not say when. */
  private static final Duration RETRY_PAUSE = Duration.ofMillis(100);

  private final ServerSocket listener;
  private final Handler host;
  private final Duration retryPause;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Semaphore free = new Semaphore(CONNECTION_LIMIT);
  private final Semaphore ended = new Semaphore(0);

  private Listener(ServerSocket listener, Handler host, Duration retryPause) {
    this.listener = listener;
    this.host = host;
    this.retryPause = retryPause;
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
      return serve(listener, host, RETRY_PAUSE);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
  }

  /**
   * Takes connections from a socket that is bound.
   *
   * @param retryPause how long to wait, after no connection could be taken, for one of ours to end
   */
  static Listener serve(ServerSocket bound, Handler host, Duration retryPause) {
    var portListener = new Listener(bound, host, retryPause);
    Thread.ofVirtual().name("lastbyte-harness-accept").start(portListener::accept);
    return portListener;
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /** Stops listening and closes every connection. */
  @Override
  public void close() throws IOException {
    listener.close();
    ended.release();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        free.acquire();
        ended.drainPermits();
        acceptOne();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void acceptOne() throws InterruptedException {
    try {
      serve(listener.accept());
    } catch (IOException e) {
      // The listener was closed, a client left before we took it, or descriptors ran out: then the
      // next try fails as fast, and only the end of a connection helps.
      free.release();
      if (!listener.isClosed()) {
        ended.tryAcquire(retryPause.toNanos(), TimeUnit.NANOSECONDS);
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
            ended.release();
          }
        });
  }
}
