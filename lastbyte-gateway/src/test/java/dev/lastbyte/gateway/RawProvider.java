// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A provider that does on one connection after the other what a test says. */
final class RawProvider implements AutoCloseable {

  private final ServerSocket listening;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  private RawProvider(ServerSocket listening) {
    this.listening = listening;
  }

  /** What to do on a connection; it is closed afterwards. */
  interface Script {
    void play(Peer client) throws Exception;
  }

  static ServerSocket freePort() throws IOException {
    var listening = ServerSocketChannel.open();
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return listening.socket();
  }

  /** Plays each script on a connection of its own, in order. */
  static RawProvider playing(Script... scripts) throws IOException {
    return playing(freePort(), scripts);
  }

  static RawProvider playing(ServerSocket listening, Script... scripts) {
    var provider = new RawProvider(listening);
    Thread.ofVirtual().start(() -> provider.play(scripts));
    return provider;
  }

  private void play(Script[] scripts) {
    try {
      for (Script script : scripts) {
        try (Socket socket = listening.accept();
            Peer peer = new Peer(socket)) {
          script.play(peer);
        }
      }
      done.complete(null);
    } catch (Throwable e) {
      done.completeExceptionally(e);
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Waits for the end of the last script, and throws what it threw. */
  void await() throws ExecutionException, InterruptedException, TimeoutException {
    done.get(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
