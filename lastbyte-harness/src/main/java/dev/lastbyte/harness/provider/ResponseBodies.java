// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.text.Json;

/** Responses that come as one JSON body. */
public final class ResponseBodies {
  private static final String TEXT = Json.quote(String.join("", DialectStream.TEXT));

  private ResponseBodies() {}

  /** The response to a request that did not ask for a stream. */
  public static String whole(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT, AZURE_CHAT, OPENROUTER ->
          """
          {"id":"chatcmpl-lastbyte1","object":"chat.completion","created":%d,"model":"%s",\
          "choices":[{"index":0,"message":{"role":"assistant","content":%s,"refusal":null,\
          "annotations":[]},"logprobs":null,"finish_reason":"stop"}],\
          "usage":{"prompt_tokens":21,"completion_tokens":9,"total_tokens":30},\
          "service_tier":"default","system_fingerprint":"fp_lastbyte"}\
          """
              .formatted(DialectStream.CREATED, DialectStream.MODEL, TEXT);
      case OPENAI_RESPONSES -> {
        String part = ResponseObjects.textPart(String.join("", DialectStream.TEXT));
        String item = ResponseObjects.message(0, "completed", part);
        yield ResponseObjects.response("completed", item, "null", ResponseObjects.usage());
      }
      case ANTHROPIC_MESSAGES ->
          """
          {"id":"msg_lastbyte1","type":"message","role":"assistant","model":"%s",\
          "content":[{"type":"text","text":%s}],"stop_reason":"end_turn","stop_sequence":null,\
          "usage":{"input_tokens":21,"cache_creation_input_tokens":0,\
          "cache_read_input_tokens":0,"output_tokens":9,"service_tier":"standard"}}\
          """
              .formatted(DialectStream.MODEL, TEXT);
      case OLLAMA ->
          """
          {"model":"%s","created_at":"2026-01-01T00:00:00Z",\
          "message":{"role":"assistant","content":%s},"done":true,"done_reason":"stop",\
          "eval_count":9}\
          """
              .formatted(DialectStream.MODEL, TEXT);
      case GEMINI ->
          """
          {"candidates":[{"content":{"parts":[{"text":%s}],"role":"model"},\
          "finishReason":"STOP","index":0}],"modelVersion":"%s"}\
          """
              .formatted(TEXT, DialectStream.MODEL);
      case BEDROCK ->
          """
          {"output":{"message":{"role":"assistant","content":[{"text":%s}]}},\
          "stopReason":"end_turn","usage":{"inputTokens":21,"outputTokens":9,"totalTokens":30}}\
          """
              .formatted(TEXT);
    };
  }
}
