// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An agent on a raw socket, which tells the gateway what only an application can know. */
final class Agent implements AutoCloseable {

  private static final int READ_LIMIT_MILLIS = 20_000;

  static final String BODY =
      """
      {"model":"lastbyte-model-1","stream":true,"max_tokens":64,"messages":[{"role":"user",\
      "content":"Which word?"}],"tools":[{"name":"look_up","input_schema":{"type":"object"}}]}\
      """;

  private final Recorder gateway;
  private final String run;
  private final Socket socket;

  private Agent(Recorder gateway, String run, Socket socket) {
    this.gateway = gateway;
    this.run = run;
    this.socket = socket;
  }

  /** Sends a request for a stream in the Anthropic dialect, and waits for nothing. */
  static Agent asking(Recorder gateway, String path, String run) throws IOException {
    return asking(gateway, path, run, "", BODY);
  }

  /** The same with more header lines, each ended by a line feed, and another body. */
  static Agent asking(Recorder gateway, String path, String run, String headers, String body)
      throws IOException {
    var agent = new Agent(gateway, run, connect(gateway.address()));
    agent.socket.getOutputStream().write(message(path, run, "application/json", headers, body));
    return agent;
  }

  /** Reads until this was seen, or to the end of the stream. */
  String readUntil(String seen) throws IOException {
    return read(text -> text.contains(seen));
  }

  /** Reads to the end of the stream, however it comes. */
  String readToEnd() throws IOException {
    return read(text -> false);
  }

  private String read(Predicate<String> enough) throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (!enough.test(bytes.toString(StandardCharsets.UTF_8))) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        break;
      }
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Waits for a byte for so long, as a timer of its own does; none may come. */
  void waitsInVain(Duration patience) throws IOException {
    socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
    try {
      int read = socket.getInputStream().read();
      throw new IOException("nothing was to come, but this came: " + read);
    } catch (SocketTimeoutException inVain) {
      socket.setSoTimeout(READ_LIMIT_MILLIS);
    }
  }

  /** Tells the gateway's agent channel one event, as JSON; waits until it was taken. */
  void tells(String event) throws IOException {
    long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(READ_LIMIT_MILLIS);
    String answer = told(event);
    // Not found: the gateway has not yet read the request that the run begins with.
    while (answer.startsWith("HTTP/1.1 404") && System.nanoTime() < deadlineNanos) {
      answer = told(event);
    }
    if (!answer.startsWith("HTTP/1.1 204")) {
      throw new IOException("the agent channel refused: " + answer);
    }
  }

  private String told(String event) throws IOException {
    String path = "/_lastbyte/runs/" + run + "/events";
    byte[] message = message(path, run, "application/x-ndjson", "", event + "\n");
    try (Socket channel = connect(gateway.address())) {
      channel.getOutputStream().write(message);
      return new String(channel.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  static Socket connect(InetSocketAddress address) throws IOException {
    var socket = new Socket(address.getAddress(), address.getPort());
    socket.setSoTimeout(READ_LIMIT_MILLIS);
    return socket;
  }

  private static byte[] message(
      String path, String run, String media, String headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST %s HTTP/1.1
        Host: 127.0.0.1
        Connection: close
        Content-Type: %s
        Content-Length: %d
        x-lastbyte-run: %s
        x-lastbyte-run-key: the-key-of-%s
        %s
        """
            .formatted(path, media, bytes.length, run, run + "-and-its-agent", headers);
    byte[] start = head.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] message = new byte[start.length + bytes.length];
    System.arraycopy(start, 0, message, 0, start.length);
    System.arraycopy(bytes, 0, message, start.length, bytes.length);
    return message;
  }
}
