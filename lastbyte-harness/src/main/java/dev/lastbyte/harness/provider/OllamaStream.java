// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.text.Json;
import java.util.List;

/** Ollama's own route: one object a line, the last of them with {@code "done":true}. */
final class OllamaStream implements DialectStream {

  @Override
  public List<Step.Event> opening() {
    return List.of();
  }

  @Override
  public List<Step.Event> reasoning(List<String> pieces) {
    return pieces.stream()
        .map(piece -> message("reasoning", "\"content\":\"\",\"thinking\":" + Json.quote(piece)))
        .toList();
  }

  @Override
  public List<Step.Event> text(List<String> pieces) {
    return pieces.stream()
        .map(piece -> message("text", "\"content\":" + Json.quote(piece)))
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
        message(
            "tool_ready",
            """
            "content":"","tool_calls":[{"function":{"name":"%s","arguments":%s}}]\
            """
                .formatted(TOOL, ARGUMENTS)));
  }

  @Override
  public List<Step.Event> toolEnd() {
    return List.of(toolProof().getFirst(), end(Finish.TOOLS).getFirst());
  }

  @Override
  public List<Step.Event> closing() {
    return List.of();
  }

  @Override
  public List<Step.Event> end(Finish finish) {
    String word =
        switch (finish) {
          case STOP, TOOLS, CONTENT_FILTER -> "stop";
          case LENGTH -> "length";
          case OTHER -> "perplexed";
        };
    return List.of(
        line(
            "proof",
            """
            {"model":"%s","created_at":"2026-01-01T00:00:00Z",\
            "message":{"role":"assistant","content":""},"done":true,"done_reason":"%s",\
            "total_duration":4000000,"load_duration":1000000,"prompt_eval_count":21,\
            "prompt_eval_duration":1000000,"eval_count":9,"eval_duration":2000000}\
            """
                .formatted(MODEL, word)));
  }

  @Override
  public List<Step.Event> failure(ProviderError providerError) {
    return List.of(line("error", error(providerError)));
  }

  /** It sends none of its own; an empty line is what a proxy before it may send. */
  @Override
  public Step.Event heartbeat() {
    return line("heartbeat", "");
  }

  private static Step.Event message(String kind, String fields) {
    return line(
        kind,
        """
        {"model":"%s","created_at":"2026-01-01T00:00:00Z",\
        "message":{"role":"assistant",%s},"done":false}\
        """
            .formatted(MODEL, fields));
  }

  private static Step.Event line(String kind, String json) {
    return new Step.Event(kind, Bytes.of(json + "\n"));
  }

  /** The object that says so with a status, or within a stream. */
  static String error(ProviderError providerError) {
    return "{\"error\":\"%s\"}".formatted(ErrorMessages.of(providerError));
  }
}
