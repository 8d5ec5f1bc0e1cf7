// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.text.Json;
import java.util.List;

/**
 * Gemini's {@code streamGenerateContent} with {@code alt=sse}: whole response objects one after the
 * other, the last of them with a finish reason, and no event that says that it is over. A function
 * call comes whole, in one part.
 */
final class GeminiStream implements DialectStream {

  @Override
  public List<Step.Event> opening() {
    return List.of();
  }

  @Override
  public List<Step.Event> reasoning(List<String> pieces) {
    return pieces.stream()
        .map(piece ->
            parts("reasoning", "{\"text\":%s,\"thought\":true}".formatted(Json.quote(piece))))
        .toList();
  }

  @Override
  public List<Step.Event> text(List<String> pieces) {
    return pieces.stream()
        .map(piece -> parts("text", "{\"text\":%s}".formatted(Json.quote(piece))))
        .toList();
  }

  @Override
  public List<Step.Event> toolArgumentsBegin(List<String> pieces) {
    return List.of();
  }

  @Override
  public List<Step.Event> toolArgumentsEnd(List<String> pieces) {
    return List.of();
  }

  @Override
  public List<Step.Event> toolProof() {
    return List.of(
        parts(
            "tool_ready",
            "{\"functionCall\":{\"name\":\"%s\",\"args\":%s}}".formatted(TOOL, ARGUMENTS)));
  }

  @Override
  public List<Step.Event> closing() {
    return List.of();
  }

  @Override
  public List<Step.Event> end(Finish finish) {
    String word =
        switch (finish) {
          case STOP, TOOLS -> "STOP";
          case LENGTH -> "MAX_TOKENS";
          case CONTENT_FILTER -> "SAFETY";
          case OTHER -> "PERPLEXED";
        };
    return List.of(response("proof", "{\"finishReason\":\"%s\",\"index\":0}".formatted(word)));
  }

  @Override
  public List<Step.Event> toolEnd() {
    return List.of(toolProof().getFirst(), end(Finish.TOOLS).getFirst());
  }

  @Override
  public List<Step.Event> failure(ProviderError providerError) {
    return List.of(Sse.data("error", error(providerError)));
  }

  /** It sends none of its own; this is what a proxy before it may send. */
  @Override
  public Step.Event heartbeat() {
    return Sse.comment("keep-alive");
  }

  private static Step.Event parts(String kind, String parts) {
    return response(
        kind, "{\"content\":{\"parts\":[%s],\"role\":\"model\"},\"index\":0}".formatted(parts));
  }

  private static Step.Event response(String kind, String candidate) {
    return Sse.data(
        kind,
        """
        {"candidates":[%s],"usageMetadata":{"promptTokenCount":21,"candidatesTokenCount":9,\
        "totalTokenCount":30},"modelVersion":"%s","responseId":"lastbyte1"}\
        """
            .formatted(candidate, MODEL));
  }

  /** The object that says so with a status, or within a stream. */
  static String error(ProviderError providerError) {
    return "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"%s\"}}"
        .formatted(
            providerError.status(), ErrorMessages.of(providerError), statusOf(providerError));
  }

  private static String statusOf(ProviderError providerError) {
    return switch (providerError) {
      case AUTH, CREDENTIAL_EXPIRED -> "UNAUTHENTICATED";
      case FORBIDDEN, BILLING -> "PERMISSION_DENIED";
      case MODEL_NOT_FOUND -> "NOT_FOUND";
      case CONFLICT -> "ABORTED";
      case RATE_LIMITED, QUOTA -> "RESOURCE_EXHAUSTED";
      case SERVER_ERROR, UNCLASSED -> "INTERNAL";
      case UNAVAILABLE, OVERLOADED -> "UNAVAILABLE";
      case INVALID_REQUEST, CONTEXT_OVERFLOW, TOO_LARGE, UNPROCESSABLE, CONTENT_FILTER ->
          "INVALID_ARGUMENT";
    };
  }
}
