// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.speech;

import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.text.Json;
import java.util.List;

/**
 * OpenAI Chat Completions: {@code chat.completion.chunk} objects without event names, a finish
 * reason, the usage, and {@code [DONE]}. The usage is sent as if {@code
 * stream_options.include_usage} had been asked for.
 */
final class ChatSpeech implements Speech {

  @Override
  public List<Step.Event> opening() {
    return List.of(
        chunk("lifecycle", "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}"));
  }

  @Override
  public List<Step.Event> reasoning() {
    return REASONING.stream()
        .map(piece -> chunk("reasoning", "{\"reasoning_content\":" + Json.quote(piece) + "}"))
        .toList();
  }

  @Override
  public List<Step.Event> text() {
    return TEXT.stream()
        .map(piece -> chunk("text", "{\"content\":" + Json.quote(piece) + "}"))
        .toList();
  }

  @Override
  public List<Step.Event> answerEnd() {
    return finish("stop");
  }

  @Override
  public List<Step.Event> toolHalf() {
    return List.of(
        toolStart(0),
        toolArguments(FIRST_ARGUMENTS.getFirst()),
        toolArguments(FIRST_ARGUMENTS.getLast()));
  }

  @Override
  public List<Step.Event> toolWhole() {
    return LAST_ARGUMENTS.stream().map(ChatSpeech::toolArguments).toList();
  }

  /** A call has no end of its own here; the start of the next one is the nearest thing. */
  @Override
  public List<Step.Event> toolProof() {
    return List.of(toolStart(1));
  }

  @Override
  public List<Step.Event> toolEnd() {
    return finish("tool_calls");
  }

  @Override
  public List<Step.Event> failure() {
    return List.of(
        Sse.data(
            "error",
            """
            {"error":{"message":"The server had an error while processing your request.",\
            "type":"server_error","param":null,"code":null}}\
            """));
  }

  @Override
  public Step.Event heartbeat() {
    return Sse.comment("keep-alive");
  }

  private static List<Step.Event> finish(String reason) {
    return List.of(
        Sse.data("finishing", envelope(choice("{}", Json.quote(reason)), "null")),
        Sse.data(
            "finishing",
            envelope(
                "",
                """
                {"prompt_tokens":21,"completion_tokens":9,"total_tokens":30,\
                "prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},\
                "completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,\
                "accepted_prediction_tokens":0,"rejected_prediction_tokens":0}}\
                """)),
        Sse.data("finishing", "[DONE]"));
  }

  private static Step.Event toolStart(int index) {
    return chunk(
        "tool_input",
        """
        {"tool_calls":[{"index":%d,"id":"call_lastbyte%d","type":"function",\
        "function":{"name":"%s","arguments":""}}]}\
        """
            .formatted(index, index, TOOL));
  }

  private static Step.Event toolArguments(String piece) {
    return chunk(
        "tool_input",
        "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":%s}}]}"
            .formatted(Json.quote(piece)));
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
