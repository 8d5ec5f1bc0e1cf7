// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Responses of every kind that a provider, a relay or a stranger gives, with a value in each place
 * of head and body that a recorder could look at.
 */
final class LeakyResponses {

  /** A kind: its path, the status line with the media, and what follows the head. */
  private record Kind(String path, String start, String body) {}

  private static final String SSE = "200 OK\ncontent-type: text/event-stream";
  private static final String JSON = "200 OK\ncontent-type: application/json";

  /** The header fields of all of them; {@code @} is the value. */
  private static final String FIELDS =
      """
      x-request-id: @
      request-id: @
      x-amzn-requestid: @
      apim-request-id: @
      x-oai-request-id: @
      x-generation-id: @
      cf-ray: @
      x-ms-region: @
      x-amzn-errortype: @
      openai-organization: @
      openai-model: @
      server: @
      via: 1.1 @
      location: https://h/@
      retry-after: @
      x-ratelimit-reset-requests: @
      www-authenticate: Bearer realm="@"
      set-cookie: a=@
      connection: close
      """;

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "/v1/messages",
              SSE,
              """
              event: message_start
              data: {"type":"message_start","message":{"id":"@","model":"@"}}

              event: content_block_start
              data: {"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"@","name":"@"}}

              event: content_block_delta
              data: {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"@"}}

              event: message_delta
              data: {"type":"message_delta","delta":{"stop_reason":"@"}}

              : @
              event: error
              data: {"type":"error","error":{"type":"@","message":"@"},"request_id":"@"}

              """),
          new Kind(
              "/v1/messages",
              JSON,
              """
              {"id":"@","model":"@","type":"message","stop_reason":"@","content":[{"type":"tool_use","id":"@","name":"@","input":{"@":"@"}},{"type":"@","text":"@"}]}\
              """),
          new Kind(
              "/v1/messages",
              "429 @\ncontent-type: application/json",
              """
              {"type":"error","error":{"type":"@","message":"@"},"request_id":"@"}\
              """),
          new Kind(
              "/v1/chat/completions",
              SSE,
              """
              data: {"id":"@","model":"@","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"@","function":{"name":"@","arguments":"@"}}]}}]}

              data: {"id":"@","choices":[{"index":0,"delta":{},"finish_reason":"@"}]}

              data: [@]

              """),
          new Kind(
              "/v1/chat/completions",
              JSON,
              """
              {"id":"@","model":"@","choices":[{"index":0,"finish_reason":"@","message":{"content":"@","tool_calls":[{"id":"@","function":{"name":"@","arguments":"@"}}]}}]}\
              """),
          new Kind(
              "/v1/chat/completions",
              "400 @\ncontent-type: application/json",
              """
              {"error":{"type":"@","code":"@","param":"@","message":"@"},"request_id":"@"}\
              """),
          new Kind(
              "/v1/responses",
              SSE,
              """
              data: {"type":"response.created","response":{"id":"@","model":"@"}}

              data: {"type":"response.output_item.added","output_index":0,"item":{"type":"function_call","id":"@","call_id":"@","name":"@"}}

              data: {"type":"response.failed","response":{"id":"@","error":{"code":"@","message":"@"}}}

              """),
          new Kind(
              "/v1/responses",
              JSON,
              """
              {"id":"@","object":"response","status":"@","model":"@","incomplete_details":{"reason":"@"},"error":{"code":"@","message":"@"},"output":[{"type":"function_call","id":"@","call_id":"@","name":"@","arguments":"@"}]}\
              """),
          new Kind(
              "/v1/responses",
              SSE,
              """
              data: {"type":"error","code":"@","message":"@","param":"@"}

              data: {"type":"@","response":{"id":"@"}}

              """),
          new Kind(
              "/v1beta/models/gemini-2.5-pro:streamGenerateContent",
              SSE,
              """
              data: {"responseId":"@","modelVersion":"@","candidates":[{"finishReason":"@","finishMessage":"@","content":{"parts":[{"functionCall":{"id":"@","name":"@","args":{"@":1}}}]}}]}

              """),
          new Kind(
              "/v1beta/models/gemini-2.5-pro:generateContent",
              "503 @\ncontent-type: application/json",
              """
              {"error":{"code":503,"status":"@","message":"@","details":[{"@type":"@","reason":"@","domain":"@"}]}}\
              """),
          new Kind(
              "/model/amazon.nova-pro-v1%3A0/converse",
              JSON,
              """
              {"stopReason":"@","output":{"message":{"content":[{"toolUse":{"toolUseId":"@","name":"@","input":{}}}]}}}\
              """),
          new Kind(
              "/model/amazon.nova-pro-v1%3A0/converse",
              "400 @\ncontent-type: application/json",
              """
              {"__type":"@","message":"@","Code":"@"}\
              """),
          new Kind(
              "/api/chat",
              "200 OK\ncontent-type: application/x-ndjson",
              """
              {"model":"@","message":{"content":"@","tool_calls":[{"function":{"name":"@","arguments":{}}}]},"done":false}
              {"model":"@","done":true,"done_reason":"@"}
              {"error":"@"}
              """),
          new Kind(
              "/v1/chat/completions",
              "502 @\ncontent-type: text/html",
              "<html><title>@</title><h1>502 @</h1>@</html>"),
          new Kind("/v1/chat/completions", "500 @\ncontent-type: text/plain; charset=@", "@: @"),
          new Kind(
              "/v1/messages",
              "200 OK\ncontent-type: text/event-stream\ntransfer-encoding: chunked",
              "5;@=@\r\ndata:\r\n@\r\n"),
          new Kind("/v1/unknown", "200 OK\ncontent-type: application/@", "{\"@\":\"@\"}"));

  private LeakyResponses() {}

  static int kinds() {
    return KINDS.size();
  }

  /** The path that a request for this kind has. */
  static String path(int kind) {
    return KINDS.get(kind).path();
  }

  static byte[] of(int kind, String value) {
    Kind of = KINDS.get(kind);
    String head = ("HTTP/1.1 " + of.start() + "\n" + FIELDS).replace("@", inHeader(value));
    String body =
        of.body()
            .replace("\"@type\"", "\"\u0000type\"")
            .replace("@", of.body().startsWith("<") ? value : inJson(value))
            .replace('\u0000', '@');
    return (head.replace("\n", "\r\n") + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  /** What of a value can stand in a header field. */
  static String inHeader(String value) {
    return value.replaceAll("[^ -~]", "?");
  }

  static String inJson(String value) {
    var text = new StringBuilder();
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
