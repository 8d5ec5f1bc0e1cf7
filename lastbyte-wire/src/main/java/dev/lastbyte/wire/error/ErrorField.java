// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.wire.json.JsonPath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of an error object, whoever sends it, and wherever it stands: the one list that every
 * reader looks for.
 *
 * <pre>
 * {"error": {"message", "type", "code", "status", "details": [...]}}    OpenAI, Google, llama.cpp
 * [{"error": {...}}]                                                     Google, streamed as an array
 * {"type": "error", "error": {"type", "message"}, "request_id"}          Anthropic
 * {"type": "response.failed", "response": {"error": {...}}}              OpenAI Responses
 * {"choices": [{"error": {...}}]}                                        OpenRouter
 * {"object": "error", "message", "type", "code"}                         vLLM
 * {"error": "..."}                                                       Ollama
 * {"__type": "...#ThrottlingException", "message"}                       AWS
 * {"detail": {"error": {...}}}                                           services on FastAPI
 * {"errors": [{"code", "message"}]}                                      Cloudflare
 * {"base_resp": {"status_code", "status_msg"}}                           MiniMax
 * {"error_code", "error_msg"}                                            Baidu
 * {"header": {"code", "message"}}                                        iFlytek
 * {"code", "message"}                                                    SiliconFlow, DashScope
 * </pre>
 */
public enum ErrorField implements JsonPath {
  /** The object itself, or its message where it is a string. */
  ERROR(true, ""),
  MESSAGE(true, "message", "Message", "msg", "error_message", "metadata.raw", "originalMessage"),
  CODE(false, "code", "error_code"),
  TYPE(false, "type"),
  STATUS(false, "status"),
  REASON(
      false,
      "reason",
      "details[].reason",
      "details.error_code",
      "innererror.code",
      "inner_error.code",
      "metadata.limit_source",
      "metadata.error_type",
      "error_type"),
  FLAGGED(false, "metadata.reasons[]"),
  QUOTA_ID(false, "details[].violations[].quotaId", "details[].metadata.quota_limit"),
  QUOTA_VALUE(false, "details[].violations[].quotaValue", "details[].metadata.quota_limit_value"),
  PAUSE(false, "details[].retryDelay", "details[].metadata.quotaResetDelay"),
  RESET(
      false,
      "resets_in_seconds",
      "resets_at",
      "reset_at",
      "retry_after",
      "retry_after_seconds",
      "metadata.headers.X-RateLimit-Reset"),
  REQUEST_ID(false, "request_id"),

  OBJECT(Place.ROOT, false, "object"),
  ROOT_MESSAGE(
      Place.ROOT,
      true,
      "message",
      "Message",
      "msg",
      "originalMessage",
      "detail",
      "error_msg",
      "base_resp.status_msg",
      "header.message"),
  ROOT_CODE(Place.ROOT, false, "code", "errorCode"),
  ROOT_TYPE(Place.ROOT, false, "type"),
  ROOT_REASON(Place.ROOT, false, "reason"),
  ROOT_REQUEST_ID(Place.ROOT, false, "request_id"),
  AWS_TYPE(Place.ROOT, false, "__type"),
  MINIMAX_CODE(Place.ROOT, false, "base_resp.status_code"),
  BAIDU_CODE(Place.ROOT, false, "error_code"),
  SPARK_CODE(Place.ROOT, false, "header.code");

  private enum Place {
    ERROR_OBJECT,
    ROOT
  }

  /** Where an error object stands; a class of its own, since constants come before its fields. */
  private static final class Objects {
    private static final List<String> PATHS =
        List.of(
            "error",
            "[].error",
            "errors[]",
            "error.error",
            "detail.error",
            "response.error",
            "choices[].error",
            "candidates[].error");
  }

  private final boolean content;
  private final String paths;

  ErrorField(boolean content, String... members) {
    this(Place.ERROR_OBJECT, content, members);
  }

  ErrorField(Place place, boolean content, String... members) {
    this.content = content;
    this.paths =
        switch (place) {
          case ROOT -> String.join(" ", members);
          case ERROR_OBJECT ->
              Objects.PATHS.stream()
                  .flatMap(object -> Stream.of(members).map(member -> member(object, member)))
                  .collect(Collectors.joining(" "));
        };
  }

  private static String member(String object, String member) {
    return member.isEmpty() ? object : object + "." + member;
  }

  @Override
  public String paths() {
    return paths;
  }

  @Override
  public boolean isContent() {
    return content;
  }
}
