// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.speech;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.text.Json;

/** Answers that come as one JSON body: the whole answer, and errors in the dialect's own shape. */
public final class Bodies {
  private static final String TEXT = Json.quote(String.join("", Speech.TEXT));

  private Bodies() {}

  /** The answer to a request that did not ask for a stream. */
  public static String answer(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT ->
          """
          {"id":"chatcmpl-lastbyte1","object":"chat.completion","created":%d,"model":"%s",\
          "choices":[{"index":0,"message":{"role":"assistant","content":%s,"refusal":null,\
          "annotations":[]},"logprobs":null,"finish_reason":"stop"}],\
          "usage":{"prompt_tokens":21,"completion_tokens":9,"total_tokens":30},\
          "service_tier":"default","system_fingerprint":"fp_lastbyte"}\
          """
              .formatted(Speech.CREATED, Speech.MODEL, TEXT);
      case OPENAI_RESPONSES -> {
        String part = ResponseObjects.textPart(String.join("", Speech.TEXT));
        String item = ResponseObjects.message("completed", part);
        yield ResponseObjects.response("completed", item, "null", ResponseObjects.usage());
      }
      case ANTHROPIC_MESSAGES ->
          """
          {"id":"msg_lastbyte1","type":"message","role":"assistant","model":"%s",\
          "content":[{"type":"text","text":%s}],"stop_reason":"end_turn","stop_sequence":null,\
          "usage":{"input_tokens":21,"cache_creation_input_tokens":0,\
          "cache_read_input_tokens":0,"output_tokens":9,"service_tier":"standard"}}\
          """
              .formatted(Speech.MODEL, TEXT);
    };
  }

  /** The body of a 429. */
  public static String rateLimited(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT, OPENAI_RESPONSES ->
          openAiError("Rate limit reached for requests.", "requests", "\"rate_limit_exceeded\"");
      case ANTHROPIC_MESSAGES ->
          anthropicError("rate_limit_error", "This request would exceed your rate limit.");
    };
  }

  /** The body of a 503. */
  public static String unavailable(Dialect dialect) {
    return switch (dialect) {
      case OPENAI_CHAT, OPENAI_RESPONSES ->
          openAiError("The engine is currently overloaded.", "server_error", "null");
      case ANTHROPIC_MESSAGES -> anthropicError("api_error", "Service unavailable.");
    };
  }

  private static String openAiError(String message, String type, String code) {
    return "{\"error\":{\"message\":\"%s\",\"type\":\"%s\",\"param\":null,\"code\":%s}}"
        .formatted(message, type, code);
  }

  private static String anthropicError(String type, String message) {
    return """
    {"type":"error","error":{"type":"%s","message":"%s"},"request_id":"req_lastbyte1"}\
    """
        .formatted(type, message);
  }
}
