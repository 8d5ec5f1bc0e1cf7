// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.util.List;

/** A client that puts a value into every place of a request that a recorder could look at. */
final class LeakClient {

  /** Header fields, those that are read among them. */
  static final List<String> HEADERS =
      List.of(
          "Authorization: Bearer @",
          "Proxy-Authorization: Bearer @",
          "x-api-key: @",
          "api-key: @",
          "x-goog-api-key: @",
          "x-amz-security-token: @",
          "Cookie: theme=dark; session=@",
          "x-lastbyte-run: @",
          "x-lastbyte-run-key: @",
          "x-lastbyte-session: @",
          "session-id: @",
          "session_id: @",
          "thread-id: @",
          "x-claude-code-session-id: @",
          "x-session-id: @",
          "x-client-request-id: @",
          "x-request-id: @",
          "traceparent: @",
          "tracestate: a=@",
          "baggage: a=@",
          "idempotency-key: @",
          "x-stainless-retry-count: @",
          "x-stainless-os: @",
          "User-Agent: @/1.0",
          "Referer: https://h/@",
          "From: @",
          "X-Forwarded-For: @",
          "Accept-Language: @",
          "openai-organization: @",
          "openai-project: @",
          "anthropic-beta: @",
          "anthropic-version: @");

  private static final String BODY =
      """
      {"model":"@","stream":true,"system":"@","previous_response_id":"@","conversation":"@",\
      "messages":[{"role":"user","content":"@"},{"role":"assistant","content":null,"tool_calls":\
      [{"id":"@","type":"function","function":{"name":"@","arguments":"@"}}]},\
      {"role":"tool","tool_call_id":"@","content":"@"}],\
      "tools":[{"type":"@","name":"@","function":{"name":"@","description":"@"}}],\
      "metadata":{"user_id":"@"},"@":"@"}\
      """;

  private static final String PLAIN_BODY =
      "{\"model\":\"gpt-5.5\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}";

  private static final int READ_LIMIT_MILLIS = 20_000;
  private static final int MASKED = 0x80;

  private final InetSocketAddress gateway;

  LeakClient(InetSocketAddress gateway) {
    this.gateway = gateway;
  }

  /** Asks for a response of a kind, with the value in every place of the request. */
  void askWith(String value, int kind, int number) throws IOException {
    String path =
        LeakyResponses.path(kind)
            .replace("gemini-2.5-pro", escaped(value))
            .replace("amazon.nova-pro-v1%3A0", escaped(value));
    String target =
        "/up/%s/k%d-%d%s?key=%s&q=%s"
            .formatted(escaped(value), kind, number, path, escaped(value), escaped(value));
    exchange(target, headers(value), BODY.replace("@", LeakyResponses.inJson(value)));
  }

  /** Asks for a response of a kind, and shows nothing of the value. */
  void askFor(int kind, int number) throws IOException {
    String target = "/up/k%d-%d%s".formatted(kind, number, LeakyResponses.path(kind));
    exchange(target, "", PLAIN_BODY);
  }

  /** The same, with a credential that has nothing to do with what comes back. */
  void askFor(int kind, int number, String model) throws IOException {
    String target = "/up/k%d-%d%s".formatted(kind, number, LeakyResponses.path(kind));
    exchange(
        target,
        "Authorization: Bearer Hn5Tq8Wc2Rf7Yb4Kd9Mz\r\n",
        PLAIN_BODY.replace("gpt-5.5", model));
  }

  /** Opens a WebSocket for the value, asks on it, and reads all that comes. */
  void webSocket(String value, int number) throws IOException {
    try (Socket socket = Agent.connect(gateway)) {
      String head =
          "GET /up/k0-%d/v1/responses?key=%s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\n"
                  .formatted(number, escaped(value))
              + "Upgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
              + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: realtime,"
              + " openai-insecure-api-key."
              + LeakyResponses.inHeader(value)
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      readHead(socket);
      String json = LeakyResponses.inJson(value);
      String ask =
          "{\"type\":\"response.create\",\"model\":\"@\",\"input\":\"@\",\"instructions\":\"@\"}"
              .replace("@", json);
      socket.getOutputStream().write(LeakProvider.frame(0x81, ask.getBytes(UTF_8), MASKED));
      socket.getInputStream().readAllBytes();
    }
  }

  /** Tells events of a run that goes on, each with the value in every place; gives the response. */
  String post(String value, int number) throws IOException {
    String run = "post-" + number;
    String own = "x-lastbyte-run-key: the-key-of-the-run-" + number + "\r\n";
    String bearer = "Authorization: Bearer " + LeakyResponses.inHeader(value) + "\r\n";
    try (Socket held = Agent.connect(gateway)) {
      held.getOutputStream()
          .write(
              message(
                  "/up/hold/v1/messages",
                  "x-lastbyte-run: " + run + "\r\n" + own + bearer,
                  PLAIN_BODY));
      readHead(held);
      exchange("/_lastbyte/runs/" + escaped(value) + "/events", own + bearer, events(value));
      return exchange("/_lastbyte/runs/" + run + "/events", own + bearer, events(value));
    }
  }

  private static String events(String value) {
    return """
    {"type":"error_surfaced","chain":[{"type":"@","code":"@","phrase":"terminated","message":"@"}],"message":"@"}
    {"type":"tool_materialised","call":"@","effect":"process"}
    {"type":"tool_started","call":"@","effect":"process","name":"@","arguments":{"@":"@"}}
    {"type":"tool_ended","call":"@","outcome":"done"}
    {"type":"tool_result_sent","call":"@"}
    {"type":"abort_requested","source":"user","why":"@","from":"@"}
    """
        .replace("@", LeakyResponses.inJson(value));
  }

  private static String headers(String value) {
    return String.join("\r\n", HEADERS).replace("@", LeakyResponses.inHeader(value)) + "\r\n";
  }

  private static String escaped(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20");
  }

  private String exchange(String target, String headers, String body) throws IOException {
    try (Socket socket = Agent.connect(gateway)) {
      socket.setSoTimeout(READ_LIMIT_MILLIS);
      socket.getOutputStream().write(message(target, headers, body));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static byte[] message(String target, String headers, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(target, bytes.length, headers);
    var message = new ByteArrayOutputStream();
    message.writeBytes(head.getBytes(UTF_8));
    message.writeBytes(bytes);
    return message.toByteArray();
  }

  private static void readHead(Socket socket) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("no head came, but: " + head);
      }
      head.append((char) next);
    }
  }
}
