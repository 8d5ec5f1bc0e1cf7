// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * A provider that begins each response with a word of text, and goes on only when it is told to.
 */
final class StallingProvider implements AutoCloseable {

  private static final String RESPONSE =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
          + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n";

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final CountDownLatch cut = new CountDownLatch(1);

  StallingProvider() throws IOException {
    Thread.ofVirtual().start(this::acceptAll);
  }

  String url() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /** Cuts every response at the word where it stands, those of later requests as well. */
  void cutAll() {
    cut.countDown();
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> respond(client));
      }
    } catch (IOException over) {
      // The test is over, and the listening socket closed.
    }
  }

  private void respond(Socket client) {
    try (client) {
      var in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      int length = 0;
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
        }
      }
      for (int i = 0; i < length; i++) {
        int unused = in.read();
      }
      client.getOutputStream().write(RESPONSE.getBytes(StandardCharsets.US_ASCII));
      cut.await();
    } catch (IOException | InterruptedException over) {
      // The client had gone, as the test wanted.
    }
  }

  @Override
  public void close() throws IOException {
    cutAll();
    listening.close();
  }
}
