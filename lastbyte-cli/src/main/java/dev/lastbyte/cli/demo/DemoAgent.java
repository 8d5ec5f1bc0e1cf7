// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.demo;

import dev.lastbyte.cli.options.HostAndPort;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/**
 * A small agent on a raw socket: it asks for a stream, runs a watchdog of its own over it, and
 * tells the gateway when that watchdog is what ends the stream.
 */
public final class DemoAgent implements AutoCloseable {

  private static final int READ_BYTES = 16 * 1024;

  private final InetSocketAddress gateway;
  private final Duration timeout;
  private final Socket socket;

  /** Proves that a report is this agent's own. */
  private final String key = UUID.randomUUID().toString();

  private DemoAgent(InetSocketAddress gateway, Duration timeout, Socket socket) {
    this.gateway = gateway;
    this.timeout = timeout;
    this.socket = socket;
  }

  /** An agent whose watchdog ends a stream that brings no content for so long. */
  public static DemoAgent connect(InetSocketAddress gateway, Duration timeout) throws IOException {
    var socket = new Socket(gateway.getAddress(), gateway.getPort());
    return new DemoAgent(gateway, timeout, socket);
  }

  /**
   * Asks for a stream and reads what comes of it.
   *
   * @param run the agent's own name for the run
   * @param keepAlive whether another request follows on the same connection
   * @return what an application would have seen
   */
  public ClientView send(String path, String run, boolean keepAlive) throws IOException {
    String connection = keepAlive ? "keep-alive" : "close";
    String body = DemoRequest.body(path);
    socket.getOutputStream().write(request(path, run, connection, "application/json", body));
    var view = new ClientView();
    try {
      while (!view.isWhole() && !view.isClosed()) {
        read(view);
      }
    } catch (SocketTimeoutException e) {
      giveUp(run, view);
    } catch (IOException e) {
      view.reset();
    }
    return view;
  }

  private void read(ClientView view) throws IOException {
    Duration left = timeout.minus(view.silence());
    if (!left.isPositive()) {
      throw new SocketTimeoutException("no content for " + timeout);
    }
    socket.setSoTimeout((int) Math.max(1, left.toMillis()));
    byte[] bytes = new byte[READ_BYTES];
    int length = socket.getInputStream().read(bytes);
    if (length < 0) {
      view.closed();
    } else {
      view.add(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    }
  }

  private void giveUp(String run, ClientView view) throws IOException {
    String timer = view.hasContent() ? "idle" : "first_content";
    report(run, "timer_fired\",\"timer\":\"" + timer);
    view.timedOut();
    socket.close();
  }

  /** Tells the gateway before closing, so that the reason stands in the log ahead of the close. */
  private void report(String run, String event) throws IOException {
    String line = "{\"type\":\"" + event + "\",\"threshold_nanos\":" + timeout.toNanos() + "}\n";
    String path = "/_lastbyte/runs/" + run + "/events";
    try (var channel = new Socket(gateway.getAddress(), gateway.getPort())) {
      channel.setSoTimeout(5_000);
      channel.getOutputStream().write(request(path, run, "close", "application/x-ndjson", line));
      InputStream response = channel.getInputStream();
      String status = new String(response.readNBytes(12), StandardCharsets.ISO_8859_1);
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
        x-lastbyte-run-key: %s

        """
            .formatted(path, HostAndPort.text(gateway), connection, media, body.length(), run, key);
    return (head.replace("\n", "\r\n") + body).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
