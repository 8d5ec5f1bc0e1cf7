// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Responds to each request with the random response whose seed its path begins with. */
final class SeededProvider implements AutoCloseable {

  private static final Pattern SEED = Pattern.compile("^\\w+ /(-?\\d+)/");
  private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  private SeededProvider() throws IOException {}

  static SeededProvider start() throws IOException {
    var provider = new SeededProvider();
    Thread.ofVirtual().start(provider::accept);
    return provider;
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private static void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      var in = new BufferedInputStream(client.getInputStream());
      boolean closes = false;
      while (!closes) {
        RandomResponse response = RandomResponse.of(seedOfRequest(in));
        int at = 0;
        for (int piece : response.pieces()) {
          client.getOutputStream().write(response.bytes(), at, piece);
          at += piece;
        }
        closes = response.closes();
      }
    } catch (IOException gone) {
      // the client is done
    }
  }

  private static long seedOfRequest(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request any more");
      }
      head.append((char) next);
    }
    Matcher seed = SEED.matcher(head);
    Matcher length = LENGTH.matcher(head);
    if (!seed.find()) {
      throw new IOException("the path must begin with a seed: " + head);
    }
    in.skipNBytes(length.find() ? Long.parseLong(length.group(1)) : 0);
    return Long.parseLong(seed.group(1));
  }

  /** A request for the response with that seed. */
  static byte[] request(String method, String prefix, long seed) {
    String body = method.equals("POST") ? "{\"stream\":true,\"messages\":[]}" : "";
    String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
    String head =
        "%s %s/%d/v1/chat/completions HTTP/1.1\r\nHost: h\r\n%s\r\n"
            .formatted(method, prefix, seed, length);
    return (head + body).getBytes(ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
