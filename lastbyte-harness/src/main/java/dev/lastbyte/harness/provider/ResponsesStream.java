// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.text.Json;
import java.util.ArrayList;
import java.util.List;

/** OpenAI Responses: named events with a running {@code sequence_number}, content in items. */
public final class ResponsesStream implements DialectStream {

  /** What item is open. */
  private enum Open {
    NOTHING,
    REASONING,
    TEXT,
    CALL
  }

  private final List<String> done = new ArrayList<>();
  private final StringBuilder said = new StringBuilder();
  private Open open = Open.NOTHING;
  private int sequence;
  private int index = -1;

  /** A speaker at the start of a response. */
  public ResponsesStream() {}

  @Override
  public List<Step.Event> opening() {
    String begun = ResponseObjects.response("in_progress", "", "null", "null");
    return List.of(
        event("lifecycle", "response.created", "\"response\":" + begun),
        event("lifecycle", "response.in_progress", "\"response\":" + begun));
  }

  @Override
  public List<Step.Event> reasoning(List<String> pieces) {
    var events = begin(Open.REASONING, "lifecycle", ResponseObjects.reasoning(index + 1, ""));
    events.add(
        event(
            "lifecycle",
            "response.reasoning_summary_part.added",
            item("rs", "summary_index") + "\"part\":" + ResponseObjects.summaryPart("")));
    for (String piece : pieces) {
      said.append(piece);
      events.add(
          event(
              "reasoning",
              "response.reasoning_summary_text.delta",
              item("rs", "summary_index") + "\"delta\":" + Json.quote(piece)));
    }
    return events;
  }

  @Override
  public List<Step.Event> text(List<String> pieces) {
    var events =
        begin(Open.TEXT, "lifecycle", ResponseObjects.message(index + 1, "in_progress", ""));
    events.add(
        event(
            "lifecycle",
            "response.content_part.added",
            item("msg", "content_index") + "\"part\":" + ResponseObjects.textPart("")));
    for (String piece : pieces) {
      said.append(piece);
      String delta = "\"delta\":" + Json.quote(piece) + ",\"logprobs\":[]";
      events.add(event("text", "response.output_text.delta", item("msg", "content_index") + delta));
    }
    return events;
  }

  @Override
  public List<Step.Event> toolArgumentsBegin(List<String> pieces) {
    var events = begin(Open.CALL, "tool_input", ResponseObjects.call(index + 1, "in_progress", ""));
    pieces.forEach(piece -> events.add(toolArguments(piece)));
    return events;
  }

  @Override
  public List<Step.Event> toolArgumentsEnd(List<String> pieces) {
    return pieces.stream().map(this::toolArguments).toList();
  }

  @Override
  public List<Step.Event> toolProof() {
    return closing();
  }

  /** What says that the arguments are whole, while their item is still open. */
  public Step.Event argumentsDone() {
    return event(
        "tool_ready",
        "response.function_call_arguments.done",
        item("fc") + "\"name\":\"" + TOOL + "\",\"arguments\":" + Json.quote(said.toString()));
  }

  @Override
  public List<Step.Event> closing() {
    List<Step.Event> events =
        switch (open) {
          case NOTHING -> List.of();
          case REASONING -> reasoningDone();
          case TEXT -> textDone();
          case CALL -> {
            String item = ResponseObjects.call(index, "completed", said.toString());
            yield List.of(argumentsDone(), itemDone("tool_ready", item));
          }
        };
    open = Open.NOTHING;
    return events;
  }

  @Override
  public List<Step.Event> end(Finish finish) {
    var events = new ArrayList<>(closing());
    String output = String.join(",", done);
    events.add(
        switch (finish) {
          case STOP, TOOLS ->
              event("proof", "response.completed", "\"response\":" + completed(output));
          case LENGTH -> incomplete(output, "max_output_tokens");
          case CONTENT_FILTER -> incomplete(output, "content_filter");
          case OTHER -> incomplete(output, "perplexed");
        });
    return events;
  }

  @Override
  public List<Step.Event> failure(ProviderError providerError) {
    String code =
        providerError == ProviderError.RATE_LIMITED ? "rate_limit_exceeded" : "server_error";
    String error =
        "{\"code\":\"%s\",\"message\":\"%s\"}".formatted(code, ErrorMessages.of(providerError));
    String response = ResponseObjects.response("failed", "", error, "null");
    return List.of(event("error", "response.failed", "\"response\":" + response));
  }

  /** The other way to fail: an {@code error} event that no response is in. */
  public Step.Event errorEvent(String code, String message) {
    return event(
        "error",
        "error",
        "\"code\":\"%s\",\"message\":\"%s\",\"param\":null".formatted(code, message));
  }

  @Override
  public Step.Event heartbeat() {
    return Sse.comment("keep-alive");
  }

  private List<Step.Event> begin(Open item, String kind, String json) {
    var events = new ArrayList<>(closing());
    open = item;
    index++;
    said.setLength(0);
    events.add(
        event(
            kind,
            "response.output_item.added",
            "\"output_index\":%d,\"item\":%s".formatted(index, json)));
    return events;
  }

  private List<Step.Event> reasoningDone() {
    String part = ResponseObjects.summaryPart(said.toString());
    String text = "\"text\":" + Json.quote(said.toString());
    return List.of(
        event(
            "lifecycle",
            "response.reasoning_summary_text.done",
            item("rs", "summary_index") + text),
        event(
            "lifecycle",
            "response.reasoning_summary_part.done",
            item("rs", "summary_index") + "\"part\":" + part),
        itemDone("lifecycle", ResponseObjects.reasoning(index, part)));
  }

  private List<Step.Event> textDone() {
    String part = ResponseObjects.textPart(said.toString());
    String text = "\"text\":" + Json.quote(said.toString()) + ",\"logprobs\":[]";
    return List.of(
        event("lifecycle", "response.output_text.done", item("msg", "content_index") + text),
        event(
            "lifecycle",
            "response.content_part.done",
            item("msg", "content_index") + "\"part\":" + part),
        itemDone("lifecycle", ResponseObjects.message(index, "completed", part)));
  }

  private Step.Event toolArguments(String piece) {
    said.append(piece);
    return event(
        "tool_input",
        "response.function_call_arguments.delta",
        item("fc") + "\"delta\":" + Json.quote(piece));
  }

  private Step.Event itemDone(String kind, String item) {
    done.add(item);
    return event(
        kind,
        "response.output_item.done",
        "\"output_index\":%d,\"item\":%s".formatted(index, item));
  }

  private Step.Event incomplete(String output, String reason) {
    String response =
        ResponseObjects.response("incomplete", output, "null", ResponseObjects.usage())
            .replace(
                "\"incomplete_details\":null",
                "\"incomplete_details\":{\"reason\":\"" + reason + "\"}");
    return event("proof", "response.incomplete", "\"response\":" + response);
  }

  private static String completed(String output) {
    return ResponseObjects.response("completed", output, "null", ResponseObjects.usage());
  }

  private String item(String prefix) {
    return "\"item_id\":\"%s_lastbyte%d\",\"output_index\":%d,".formatted(prefix, index, index);
  }

  private String item(String prefix, String partIndex) {
    return item(prefix) + "\"" + partIndex + "\":0,";
  }

  private Step.Event event(String kind, String type, String fields) {
    return Sse.named(
        kind,
        type,
        "{\"type\":\"%s\",\"sequence_number\":%d,%s}".formatted(type, sequence++, fields));
  }
}
