// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A small agent on a raw socket: it asks for a stream, runs a watchdog of its own over it, and
 * tells the gateway when that watchdog is what ends the stream.
 */
final class DemoAgent implements AutoCloseable {

  private static final int READ_BYTES = 16 * 1024;

  private final InetSocketAddress gateway;
  private final Duration patience;
  private final Socket socket;

  private DemoAgent(InetSocketAddress gateway, Duration patience, Socket socket) {
    this.gateway = gateway;
    this.patience = patience;
    this.socket = socket;
  }

  /** An agent whose watchdog ends a stream that brings no content for so long. */
  static DemoAgent connectedTo(InetSocketAddress gateway, Duration patience) throws IOException {
    var socket = new Socket(gateway.getAddress(), gateway.getPort());
    return new DemoAgent(gateway, patience, socket);
  }

  /**
   * Asks for a stream and reads what comes of it.
   *
   * @param run the agent's own name for the run
   * @param goesOn whether another request follows on the same connection
   * @return what an application would have seen
   */
  DemoSight ask(String path, String run, boolean goesOn) throws IOException {
    String connection = goesOn ? "keep-alive" : "close";
    String body = DemoRequest.body(path);
    socket.getOutputStream().write(request(path, run, connection, "application/json", body));
    var sight = new DemoSight();
    try {
      while (!sight.isWhole() && !sight.isClosed()) {
        read(sight);
      }
    } catch (SocketTimeoutException e) {
      giveUp(run, sight);
    } catch (IOException e) {
      sight.reset();
    }
    return sight;
  }

  private void read(DemoSight sight) throws IOException {
    Duration left = patience.minus(sight.silence());
    if (!left.isPositive()) {
      throw new SocketTimeoutException("no content for " + patience);
    }
    socket.setSoTimeout((int) Math.max(1, left.toMillis()));
    byte[] bytes = new byte[READ_BYTES];
    int length = socket.getInputStream().read(bytes);
    if (length < 0) {
      sight.closed();
    } else {
      sight.add(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    }
  }

  private void giveUp(String run, DemoSight sight) throws IOException {
    String timer = sight.hasContent() ? "idle" : "first_content";
    tell(run, "timer_fired\",\"timer\":\"" + timer);
    sight.gaveUp();
    socket.close();
  }

  /** Tells the gateway before closing, so that the reason stands in the log ahead of the close. */
  private void tell(String run, String event) throws IOException {
    String line = "{\"type\":\"" + event + "\",\"threshold_nanos\":" + patience.toNanos() + "}\n";
    String path = "/_lastbyte/runs/" + run + "/events";
    try (var channel = new Socket(gateway.getAddress(), gateway.getPort())) {
      channel.setSoTimeout(5_000);
      channel.getOutputStream().write(request(path, run, "close", "application/x-ndjson", line));
      InputStream answer = channel.getInputStream();
      String status = new String(answer.readNBytes(12), StandardCharsets.ISO_8859_1);
      if (!status.equals("HTTP/1.1 204")) {
        throw new IOException("the agent channel answered '" + status + "', not 204");
      }
    }
  }

  private byte[] request(String path, String run, String connection, String media, String body) {
    String head =
        """
        POST %s HTTP/1.1
        Host: %s
        Connection: %s
        Content-Type: %s
        Content-Length: %d
        x-lastbyte-run: %s

        """
            .formatted(path, Address.text(gateway), connection, media, body.length(), run);
    return (head.replace("\n", "\r\n") + body).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
