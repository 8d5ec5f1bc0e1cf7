// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.otlp;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is read of one span, whichever encoding it came in. Attributes beyond the allow list, which
 * hold prompts among other things, are not kept.
 */
final class Span {

  /** {@code STATUS_CODE_ERROR} */
  static final int ERROR = 2;

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "gen_ai.operation.name",
          "gen_ai.system",
          "gen_ai.provider.name",
          "gen_ai.request.model",
          "gen_ai.response.id",
          "gen_ai.response.finish_reasons",
          "gen_ai.conversation.id",
          "error.type",
          "http.response.status_code",
          "exception.type",
          "exception.message");

  private static final Set<String> REQUESTS = Set.of("chat", "text_completion", "generate_content");

  private final Map<String, String> attributes = new HashMap<>();
  private @Nullable String traceId;
  private @Nullable String spanId;
  private @Nullable String statusMessage;
  private long startNanos;
  private long endNanos;
  private int status;

  void ids(@Nullable String trace, @Nullable String span) {
    traceId = trace == null ? traceId : trace;
    spanId = span == null ? spanId : span;
  }

  void began(long nanos) {
    startNanos = nanos;
  }

  void ended(long nanos) {
    endNanos = nanos;
  }

  void status(int code) {
    status = code;
  }

  void statusMessage(@Nullable String message) {
    statusMessage = message;
  }

  /** An attribute of the span or of its event; the first value of one that has several. */
  void attribute(@Nullable String key, @Nullable String value) {
    if (key != null && value != null && ATTRIBUTES.contains(key)) {
      attributes.putIfAbsent(key, value);
    }
  }

  @Nullable String attribute(String key) {
    return attributes.get(key);
  }

  @Nullable String traceId() {
    return traceId;
  }

  @Nullable String spanId() {
    return spanId;
  }

  @Nullable String statusMessage() {
    return statusMessage;
  }

  boolean failed() {
    return status == ERROR;
  }

  long startMillis() {
    return TimeUnit.NANOSECONDS.toMillis(startNanos);
  }

  long endMillis() {
    return TimeUnit.NANOSECONDS.toMillis(endNanos);
  }

  /** Whether it is of a request to a model, and not of a tool, an agent or anything else. */
  boolean asksAModel() {
    String operation = attributes.get("gen_ai.operation.name");
    if (operation != null) {
      return REQUESTS.contains(operation);
    }
    boolean named = attributes.containsKey("gen_ai.system");
    return (named || attributes.containsKey("gen_ai.provider.name"))
        && attributes.containsKey("gen_ai.request.model");
  }
}
