// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.speech;

import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.text.Json;
import java.util.ArrayList;
import java.util.List;

/** OpenAI Responses: named events with a running {@code sequence_number}, content in items. */
final class ResponsesSpeech implements Speech {
  private static final String PART =
      "\"item_id\":\"msg_lastbyte1\",\"output_index\":0," + "\"content_index\":0,";
  private static final String CALL = "\"item_id\":\"fc_lastbyte1\",\"output_index\":0,";

  private int sequence;

  @Override
  public List<Step.Event> opening() {
    String begun = ResponseObjects.response("in_progress", "", "null", "null");
    return List.of(
        event("lifecycle", "response.created", "\"response\":" + begun),
        event("lifecycle", "response.in_progress", "\"response\":" + begun));
  }

  @Override
  public List<Step.Event> reasoning() {
    String summary = "\"item_id\":\"rs_lastbyte1\",\"output_index\":0,\"summary_index\":0,";
    var events = new ArrayList<Step.Event>();
    events.add(itemAdded("lifecycle", ResponseObjects.reasoning()));
    events.add(
        event(
            "lifecycle",
            "response.reasoning_summary_part.added",
            summary + "\"part\":{\"type\":\"summary_text\",\"text\":\"\"}"));
    for (String piece : REASONING) {
      String delta = summary + "\"delta\":" + Json.quote(piece);
      events.add(event("reasoning", "response.reasoning_summary_text.delta", delta));
    }
    return events;
  }

  @Override
  public List<Step.Event> text() {
    var events = new ArrayList<Step.Event>();
    events.add(itemAdded("lifecycle", ResponseObjects.message("in_progress", "")));
    events.add(
        event(
            "lifecycle",
            "response.content_part.added",
            PART + "\"part\":" + ResponseObjects.textPart("")));
    for (String piece : TEXT) {
      String delta = PART + "\"delta\":" + Json.quote(piece) + ",\"logprobs\":[]";
      events.add(event("text", "response.output_text.delta", delta));
    }
    return events;
  }

  @Override
  public List<Step.Event> answerEnd() {
    String whole = String.join("", TEXT);
    String part = ResponseObjects.textPart(whole);
    String item = ResponseObjects.message("completed", part);
    return List.of(
        event(
            "lifecycle",
            "response.output_text.done",
            PART + "\"text\":" + Json.quote(whole) + ",\"logprobs\":[]"),
        event("lifecycle", "response.content_part.done", PART + "\"part\":" + part),
        itemDone("lifecycle", item),
        completed(item));
  }

  @Override
  public List<Step.Event> toolHalf() {
    var events = new ArrayList<Step.Event>();
    events.add(itemAdded("tool_input", ResponseObjects.call("in_progress", "")));
    FIRST_ARGUMENTS.forEach(piece -> events.add(toolArguments(piece)));
    return events;
  }

  @Override
  public List<Step.Event> toolWhole() {
    var events = new ArrayList<Step.Event>();
    LAST_ARGUMENTS.forEach(piece -> events.add(toolArguments(piece)));
    return events;
  }

  @Override
  public List<Step.Event> toolProof() {
    return List.of(
        event(
            "tool_ready",
            "response.function_call_arguments.done",
            CALL + "\"name\":\"" + TOOL + "\",\"arguments\":" + Json.quote(arguments())),
        itemDone("tool_ready", ResponseObjects.call("completed", arguments())));
  }

  @Override
  public List<Step.Event> toolEnd() {
    var events = new ArrayList<Step.Event>(toolProof());
    events.add(completed(ResponseObjects.call("completed", arguments())));
    return events;
  }

  @Override
  public List<Step.Event> failure() {
    String error =
        "{\"code\":\"server_error\",\"message\":\"The server had an error while processing your"
            + " request.\"}";
    String response = ResponseObjects.response("failed", "", error, "null");
    return List.of(event("error", "response.failed", "\"response\":" + response));
  }

  @Override
  public Step.Event heartbeat() {
    return Sse.comment("keep-alive");
  }

  private static String arguments() {
    return String.join("", FIRST_ARGUMENTS) + String.join("", LAST_ARGUMENTS);
  }

  private Step.Event toolArguments(String piece) {
    return event(
        "tool_input",
        "response.function_call_arguments.delta",
        CALL + "\"delta\":" + Json.quote(piece));
  }

  private Step.Event itemAdded(String kind, String item) {
    return event(kind, "response.output_item.added", "\"output_index\":0,\"item\":" + item);
  }

  private Step.Event itemDone(String kind, String item) {
    return event(kind, "response.output_item.done", "\"output_index\":0,\"item\":" + item);
  }

  private Step.Event completed(String item) {
    String response = ResponseObjects.response("completed", item, "null", ResponseObjects.usage());
    return event("finishing", "response.completed", "\"response\":" + response);
  }

  private Step.Event event(String kind, String type, String fields) {
    return Sse.named(
        kind,
        type,
        "{\"type\":\"%s\",\"sequence_number\":%d,%s}".formatted(type, sequence++, fields));
  }
}
