// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A provider that puts secrets where a recorder looks: headers, ids, names, arguments, errors. */
final class LeakyProvider implements AutoCloseable {

  private static final String ANSWER =
      """
      HTTP/1.1 200 OK
      content-type: text/event-stream
      x-request-id: req_safe1
      request-id: sk-planted-request-id
      cf-ray: planted.person@example.com
      set-cookie: planted-cookie=1
      x-planted: planted-header
      connection: close

      event: message_start
      data: {"type":"message_start","message":{"id":"sk-planted-message-id","model":"/home/planted/m"}}

      event: content_block_start
      data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

      event: content_block_delta
      data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"planted answer"}}

      event: content_block_stop
      data: {"type":"content_block_stop","index":0}

      event: content_block_start
      data: {"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"/home/planted/id","name":"planted tool name"}}

      event: content_block_delta
      data: {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\\"planted\\":\\"argument\\"}"}}

      event: error
      data: {"type":"error","error":{"type":"planted error type","message":"planted error message"}}

      """;

  private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

  private LeakyProvider() throws IOException {}

  static LeakyProvider start() throws IOException {
    var provider = new LeakyProvider();
    Thread.ofVirtual().start(provider::serve);
    return provider;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/planted-base");
  }

  private void serve() {
    try (Socket socket = listener.accept()) {
      readRequest(socket.getInputStream());
      int headEnd = ANSWER.indexOf("\n\n");
      String head = ANSWER.substring(0, headEnd).replace("\n", "\r\n") + "\r\n\r\n";
      socket
          .getOutputStream()
          .write((head + ANSWER.substring(headEnd + 2)).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the provider failed", e);
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    var seen = new StringBuilder();
    while (!seen.toString().endsWith(Planted.LAST_OF_BODY)) {
      seen.append((char) in.read());
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
