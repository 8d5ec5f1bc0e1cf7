// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import dev.lastbyte.harness.server.FaultServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A provider that says what a scenario of the harness says, byte for byte, and ends with a FIN only
 * when it is told to: the gateway keeps the harness's own gates from reaching it.
 */
final class HeldProvider implements AutoCloseable {

  private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final byte[] words;

  private HeldProvider(byte[] words) throws IOException {
    this.words = words;
  }

  static HeldProvider saying(FaultServer harness, String path) throws IOException {
    var provider = new HeldProvider(words(harness, path));
    Thread.ofVirtual().start(provider::serve);
    return provider;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  void end() {
    mayEnd.countDown();
  }

  @Override
  public void close() throws IOException {
    end();
    listener.close();
  }

  private static byte[] words(FaultServer harness, String path) throws IOException {
    try (Socket socket = Agent.connect(harness.address())) {
      String head =
          "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n\r\n"
              .formatted(path, Agent.BODY.length());
      socket.getOutputStream().write((head + Agent.BODY).getBytes(StandardCharsets.UTF_8));
      return socket.getInputStream().readAllBytes();
    }
  }

  private void serve() {
    try (Socket socket = listener.accept()) {
      readRequest(socket.getInputStream());
      socket.getOutputStream().write(words);
      if (!mayEnd.await(30, TimeUnit.SECONDS)) {
        throw new IOException("nobody said that it may end");
      }
    } catch (IOException e) {
      throw new IllegalStateException("the provider failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All of it: bytes left unread would turn the FIN into a reset. */
  private static void readRequest(InputStream in) throws IOException {
    var seen = new StringBuilder();
    while (!seen.toString().endsWith(Agent.BODY)) {
      seen.append((char) in.read());
    }
  }
}
