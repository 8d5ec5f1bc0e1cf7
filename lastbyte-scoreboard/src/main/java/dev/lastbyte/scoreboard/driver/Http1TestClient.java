// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard.driver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** A client that speaks HTTP/1.1. */
final class Http1TestClient extends TestClient {

  private Http1Response response = new Http1Response();

  Http1TestClient(InetSocketAddress gateway) throws IOException {
    super(gateway);
  }

  @Override
  void sendKeepAlive(String path, String run, String body) {
    sendLast(path, run, "keep-alive", body);
  }

  @Override
  void sendLast(String path, String run, String body) {
    sendLast(path, run, "close", body);
  }

  private void sendLast(String path, String run, String connection, String body) {
    response = new Http1Response();
    String headers =
        "Connection: %s\r\nContent-Type: application/json\r\nx-lastbyte-run: %s%s"
            .formatted(connection, run, AgentChannelClient.keyLine(run));
    write(request(gateway, path, headers, body));
  }

  @Override
  void sendExpectContinue(String path, String run, String body, Duration timeout)
      throws IOException {
    response = new Http1Response();
    String headers =
        """
        Connection: close\r
        Expect: 100-continue\r
        Content-Type: application/json\r
        x-lastbyte-run: %s%s\
        """
            .formatted(run, AgentChannelClient.keyLine(run));
    byte[] whole = request(gateway, path, headers, body);
    write(Arrays.copyOf(whole, whole.length - body.length()));
    if (!readFor(timeout) && isFinished()) {
      return;
    }
    write(Arrays.copyOfRange(whole, whole.length - body.length(), whole.length));
  }

  @Override
  void add(byte[] bytes, int length) {
    response.add(bytes, length);
  }

  @Override
  boolean hasHead() {
    return response.hasHead();
  }

  @Override
  long contentBytes() {
    return response.contentBytes();
  }

  @Override
  boolean isResponseComplete() {
    return response.isWhole();
  }

  /** A request to that path, in bytes. */
  static byte[] request(InetSocketAddress to, String path, String headers, String body) {
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost:%d\r\n%s\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, to.getPort(), headers, body.length());
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }
}
