// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.wire.json.Ascii;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPathSink;
import dev.lastbyte.wire.json.JsonPaths;
import dev.lastbyte.wire.json.JsonText;
import java.util.List;

/**
 * Reads an error in any of the shapes in use, whoever it comes from.
 *
 * <pre>
 * {"error": {"message", "type", "code", "status", "details": [...]}}    OpenAI, Google, llama.cpp
 * [{"error": {...}}]                                                     Google, streamed as an array
 * {"type": "error", "error": {"type", "message"}, "request_id"}          Anthropic
 * {"object": "error", "message", "type", "code"}                         vLLM
 * {"error": "..."}                                                       Ollama
 * {"__type": "...#ThrottlingException", "message"}                       AWS
 * {"error": {"code": 429, "message", "metadata": {...}}}                 OpenRouter
 * </pre>
 */
public final class ErrorObject implements JsonPathSink<ErrorObject.Field> {

  /** The places that are looked at. */
  public enum Field implements JsonPath {
    ERROR(true, "error", "[].error"),
    MESSAGE(
        true,
        "error.message",
        "[].error.message",
        "message",
        "Message",
        "detail",
        "error.metadata.raw"),
    CODE(false, "error.code", "[].error.code", "code"),
    TYPE(false, "error.type", "[].error.type", "type"),
    OBJECT(false, "object"),
    STATUS(false, "error.status", "[].error.status"),
    AWS_TYPE(false, "__type"),
    REASON(
        false,
        "error.details[].reason",
        "[].error.details[].reason",
        "error.details.error_code",
        "error.innererror.code",
        "error.metadata.limit_source"),
    FLAGGED(false, "error.metadata.reasons[]"),
    QUOTA_ID(
        false, "error.details[].violations[].quotaId", "[].error.details[].violations[].quotaId"),
    PAUSE(
        false,
        "error.details[].retryDelay",
        "[].error.details[].retryDelay",
        "error.details[].metadata.quotaResetDelay"),
    RESET(
        false,
        "error.resets_in_seconds",
        "error.resets_at",
        "error.metadata.headers.X-RateLimit-Reset"),
    REQUEST_ID(false, "request_id", "error.request_id");

    private final boolean content;
    private final String paths;

    Field(boolean content, String... paths) {
      this.content = content;
      this.paths = String.join(" ", paths);
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

  /** {@link Field}, compiled. */
  public static final JsonPaths<Field> PATHS = JsonPaths.of(List.of(Field.values()));

  private static final byte[] ENVELOPE = Ascii.bytes("error");

  private final ErrorDetails keywords;
  private boolean envelope;
  private boolean coded;
  private String requestId = "";

  /** A reader that notes what an error says in {@code keywords}. */
  public ErrorObject(ErrorDetails keywords) {
    this.keywords = keywords;
  }

  /** Whether what was read calls itself an error. */
  public boolean isError() {
    return envelope;
  }

  /** Whether what was read has at least the code of an API's error. */
  boolean isOfApi() {
    return envelope || coded;
  }

  /** The request's id in the body, or empty. */
  public String requestId() {
    return requestId;
  }

  /** Makes ready for another document. */
  public void clear() {
    keywords.clear();
    envelope = false;
    coded = false;
    requestId = "";
  }

  @Override
  public void scalar(Field field, JsonText value) {
    switch (field) {
      case CODE -> {
        keywords.code(value);
        coded |= !value.text().isEmpty();
      }
      case TYPE -> {
        keywords.type(value);
        envelope |= value.isWord(ENVELOPE);
      }
      case OBJECT -> envelope |= value.isWord(ENVELOPE);
      case STATUS -> keywords.status(value);
      case AWS_TYPE -> {
        keywords.code(value.text().substring(value.text().indexOf('#') + 1));
        coded = true;
      }
      case REASON -> keywords.reason(value);
      case FLAGGED -> keywords.failure(ProviderFailure.CONTENT_FILTER);
      case QUOTA_ID -> {
        if (value.text().contains("PerDay")) {
          keywords.failure(ProviderFailure.QUOTA);
        }
      }
      case PAUSE -> keywords.pause(value);
      case RESET -> keywords.reset(value);
      case REQUEST_ID -> requestId = value.text();
      case ERROR, MESSAGE -> {}
    }
  }

  @Override
  public void content(Field field, byte[] bytes, int from, int to) {
    envelope |= field == Field.ERROR;
    keywords.message(bytes, from, to);
  }

  @Override
  public void opened(Field field) {
    envelope |= field == Field.ERROR;
  }

  @Override
  public void closed(Field field) {}
}
