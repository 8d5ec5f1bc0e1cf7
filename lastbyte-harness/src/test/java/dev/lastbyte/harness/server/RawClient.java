// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.script.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that shows every byte and tells FIN from RST. No read waits longer than ten seconds. */
final class RawClient implements AutoCloseable {
  private final Socket socket = new Socket();

  private RawClient() {}

  static RawClient connectedTo(FaultServer server) throws IOException {
    return connectedTo(server.address());
  }

  static RawClient connectedTo(InetSocketAddress address) throws IOException {
    var client = new RawClient();
    client.socket.setSoTimeout(60_000);
    client.socket.connect(address, 10_000);
    return client;
  }

  /** How the server's side ended. */
  enum End {
    FIN,
    RST
  }

  RawClient post(URI baseUrl, Dialect dialect, String body, String... headers) throws IOException {
    return send("POST", baseUrl.getPath() + dialect.route(), body, headers);
  }

  RawClient send(String method, String path, String body, String... headers) throws IOException {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return raw(
        "%s %s HTTP/1.1\r\nhost: harness\r\ncontent-length: %d\r\n%s\r\n%s"
            .formatted(method, path, body.length(), more, body));
  }

  RawClient raw(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  void halfClose() throws IOException {
    socket.shutdownOutput();
  }

  /** Exactly so many bytes, or fewer where the server ends before. */
  Bytes read(long byteCount) throws IOException {
    return Bytes.of(socket.getInputStream().readNBytes((int) byteCount));
  }

  /** As many bytes as that has, or fewer where the server ends before. */
  Bytes read(Bytes expected) throws IOException {
    return read(expected.size());
  }

  /** One whole response with a content-length. */
  String readReply() throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      String next = read(1).text();
      if (next.isEmpty()) {
        throw new IOException("the server ended within a head: " + head);
      }
      head.append(next);
    }
    String length = head.toString().replaceFirst("(?s).*content-length: (\\d+).*", "$1");
    return head + read(Integer.parseInt(length)).text();
  }

  /** Everything that is still to come. */
  String readAll() throws IOException {
    var all = new ByteArrayOutputStream();
    socket.getInputStream().transferTo(all);
    return all.toString(StandardCharsets.UTF_8);
  }

  /** The end, which must be the next thing to come. */
  End readEnd() throws IOException {
    try {
      int next = socket.getInputStream().read();
      if (next >= 0) {
        throw new IOException("one more byte came: " + next);
      }
      return End.FIN;
    } catch (SocketException e) {
      if (String.valueOf(e.getMessage()).startsWith("Connection reset")) {
        return End.RST;
      }
      throw e;
    }
  }

  /** Leaves without an end; a second time does nothing. */
  void reset() throws IOException {
    if (!socket.isClosed()) {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
