// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What callers ask and what the provider answers: OpenAI's Chat Completions as it is spoken. */
final class Messages {

  /** Events of a burst's answer, the last two not counted. */
  static final int BURST_EVENTS = 50;

  /** What the text of each of them is. */
  static final String PIECE = " moon";

  private static final String STREAM_HEAD =
      "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\ncache-control: no-cache"
          + "\r\nx-request-id: req_011CSHoEeqs5C35K2UUqR7Fy\r\ntransfer-encoding: chunked\r\n\r\n";

  private static final String DELTA =
      """
      data: {"id":"chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG","object":"chat.completion.chunk",\
      "created":1741570283,"model":"gpt-4o-mini","choices":[{"index":0,"delta":{"content":"%s"},\
      "finish_reason":null}]}

      """;

  private static final String STOP =
      """
      data: {"id":"chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG","object":"chat.completion.chunk",\
      "created":1741570283,"model":"gpt-4o-mini","choices":[{"index":0,"delta":{},\
      "finish_reason":"stop"}]}

      """;

  private static final String WHOLE =
      """
      {"id":"chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT","object":"chat.completion","created":1741569952,\
      "model":"gpt-4o-mini","choices":[{"index":0,"message":{"role":"assistant","content":"Phobos \
      and Deimos, found by Asaph Hall."},"finish_reason":"stop"}],"usage":{"prompt_tokens":31,\
      "completion_tokens":14,"total_tokens":45}}\
      """;

  private Messages() {}

  /**
   * A request.
   *
   * @param headers more header lines, for proxies that want some
   */
  static ByteBuffer request(String path, List<String> headers, boolean stream) {
    String body =
        """
        {"model":"gpt-4o-mini","stream":%s,"messages":[{"role":"system","content":"You are terse."},\
        {"role":"user","content":"Name the moons of Mars, and say who found them."}]}\
        """
            .formatted(stream);
    var head = new StringBuilder("POST ").append(path).append(" HTTP/1.1\r\nhost: 127.0.0.1\r\n");
    head.append("authorization: Bearer sk-no-key\r\ncontent-type: application/json\r\n");
    head.append("user-agent: OpenAI/JS 6.20.0\r\naccept: application/json\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    head.append("content-length: ").append(body.length()).append("\r\n\r\n");
    return bytes(head + body);
  }

  /** A whole streamed response: {@value #BURST_EVENTS} pieces of text, each a chunk of its own. */
  static ByteBuffer burst() {
    return bytes(STREAM_HEAD + chunk(DELTA.formatted(PIECE)).repeat(BURST_EVENTS) + streamEnd());
  }

  /** A whole response in one piece of JSON. */
  static ByteBuffer json() {
    return bytes(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%s"
            .formatted(WHOLE.length(), WHOLE));
  }

  /** How a streamed response begins, before its first piece of text. */
  static ByteBuffer streamStart() {
    return bytes(STREAM_HEAD);
  }

  /** One piece of text. */
  static ByteBuffer delta(String text) {
    return bytes(chunk(DELTA.formatted(text)));
  }

  /** How a streamed response ends, after its last piece of text. */
  static ByteBuffer stop() {
    return bytes(streamEnd());
  }

  private static String streamEnd() {
    return chunk(STOP) + chunk("data: [DONE]\n\n") + "0\r\n\r\n";
  }

  private static String chunk(String event) {
    return Integer.toHexString(event.length()) + "\r\n" + event + "\r\n";
  }

  private static ByteBuffer bytes(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocateDirect(ascii.length).put(ascii).flip();
  }
}
