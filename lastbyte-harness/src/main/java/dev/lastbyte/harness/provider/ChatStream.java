// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.text.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Chat Completions: {@code chat.completion.chunk} objects without event names, a finish reason, the
 * usage, and {@code [DONE]}. The usage is sent as if {@code stream_options.include_usage} had been
 * asked for.
 */
final class ChatStream implements DialectStream {
  private static final String USAGE =
      """
      {"prompt_tokens":21,"completion_tokens":9,"total_tokens":30,\
      "prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},\
      "completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,\
      "accepted_prediction_tokens":0,"rejected_prediction_tokens":0}}\
      """;

  private final ChatVariant variant;
  private int calls;

  ChatStream(ChatVariant variant) {
    this.variant = variant;
  }

  @Override
  public List<Step.Event> opening() {
    var events = new ArrayList<>(variant.prelude());
    events.add(chunk("lifecycle", "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}"));
    return events;
  }

  @Override
  public List<Step.Event> reasoning(List<String> pieces) {
    return pieces.stream()
        .map(piece ->
            chunk(
                "reasoning", "{\"%s\":%s}".formatted(variant.reasoningField(), Json.quote(piece))))
        .toList();
  }

  @Override
  public List<Step.Event> text(List<String> pieces) {
    return pieces.stream()
        .map(piece -> chunk("text", "{\"content\":" + Json.quote(piece) + "}"))
        .toList();
  }

  @Override
  public List<Step.Event> toolArgumentsBegin(List<String> pieces) {
    var events = new ArrayList<Step.Event>();
    events.add(toolStart(calls == 0 ? "tool_input" : "tool_ready"));
    pieces.forEach(piece -> events.add(toolArguments(piece)));
    return events;
  }

  @Override
  public List<Step.Event> toolArgumentsEnd(List<String> pieces) {
    return pieces.stream().map(this::toolArguments).toList();
  }

  /** A call has no end of its own here; the start of the next one is the nearest thing. */
  @Override
  public List<Step.Event> toolProof() {
    return List.of(toolStart("tool_ready"));
  }

  @Override
  public List<Step.Event> closing() {
    return List.of();
  }

  @Override
  public List<Step.Event> end(Finish finish) {
    return List.of(
        Sse.data("proof", envelope(choice("{}", Json.quote(word(finish))), "null")),
        Sse.data("finishing", envelope("", USAGE)),
        Sse.data("finishing", "[DONE]"));
  }

  @Override
  public List<Step.Event> failure(ProviderError providerError) {
    return List.of(Sse.data("error", variant.failure(providerError)));
  }

  @Override
  public Step.Event heartbeat() {
    return variant.heartbeat();
  }

  private static String word(Finish finish) {
    return switch (finish) {
      case STOP -> "stop";
      case LENGTH -> "length";
      case TOOLS -> "tool_calls";
      case CONTENT_FILTER -> "content_filter";
      case OTHER -> "perplexed";
    };
  }

  private Step.Event toolStart(String kind) {
    int index = calls++;
    return chunk(
        kind,
        """
        {"tool_calls":[{"index":%d,"id":"call_lastbyte%d","type":"function",\
        "function":{"name":"%s","arguments":""}}]}\
        """
            .formatted(index, index, TOOL));
  }

  private Step.Event toolArguments(String piece) {
    return chunk(
        "tool_input",
        "{\"tool_calls\":[{\"index\":%d,\"function\":{\"arguments\":%s}}]}"
            .formatted(calls - 1, Json.quote(piece)));
  }

  private static Step.Event chunk(String kind, String delta) {
    return Sse.data(kind, envelope(choice(delta, "null"), "null"));
  }

  private static String envelope(String choices, String usage) {
    return """
    {"id":"chatcmpl-lastbyte1","object":"chat.completion.chunk","created":%d,"model":"%s",\
    "service_tier":"default","system_fingerprint":"fp_lastbyte","choices":[%s],"usage":%s}\
    """
        .formatted(CREATED, MODEL, choices, usage);
  }

  private static String choice(String delta, String finishReason) {
    return "{\"index\":0,\"delta\":%s,\"logprobs\":null,\"finish_reason\":%s}"
        .formatted(delta, finishReason);
  }
}
