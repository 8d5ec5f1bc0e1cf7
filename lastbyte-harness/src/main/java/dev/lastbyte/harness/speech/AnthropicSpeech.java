// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.speech;

import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.text.Json;
import java.util.ArrayList;
import java.util.List;

/** Anthropic Messages: named events, content in blocks that open and close, a stop reason. */
final class AnthropicSpeech implements Speech {

  @Override
  public List<Step.Event> opening() {
    return List.of(
        event(
            "lifecycle",
            "message_start",
            """
            "message":{"id":"msg_lastbyte1","type":"message","role":"assistant","model":"%s",\
            "content":[],"stop_reason":null,"stop_sequence":null,\
            "usage":{"input_tokens":21,"cache_creation_input_tokens":0,\
            "cache_read_input_tokens":0,"output_tokens":1,"service_tier":"standard"}}\
            """
                .formatted(MODEL)));
  }

  @Override
  public List<Step.Event> reasoning() {
    var events = new ArrayList<Step.Event>();
    events.add(blockStart("{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}"));
    REASONING.forEach(piece -> events.add(delta("reasoning", "thinking_delta", "thinking", piece)));
    return events;
  }

  @Override
  public List<Step.Event> text() {
    var events = new ArrayList<Step.Event>();
    events.add(blockStart("{\"type\":\"text\",\"text\":\"\"}"));
    TEXT.forEach(piece -> events.add(delta("text", "text_delta", "text", piece)));
    return events;
  }

  @Override
  public List<Step.Event> answerEnd() {
    return finish("lifecycle", "end_turn");
  }

  @Override
  public List<Step.Event> toolHalf() {
    var events = new ArrayList<Step.Event>();
    events.add(
        event(
            "tool_input",
            "content_block_start",
            """
            "index":0,"content_block":{"type":"tool_use","id":"toolu_lastbyte1",\
            "name":"%s","input":{}}\
            """
                .formatted(TOOL)));
    FIRST_ARGUMENTS.forEach(piece -> events.add(toolArguments(piece)));
    return events;
  }

  @Override
  public List<Step.Event> toolWhole() {
    return LAST_ARGUMENTS.stream().map(AnthropicSpeech::toolArguments).toList();
  }

  @Override
  public List<Step.Event> toolProof() {
    return List.of(blockStop("tool_ready"));
  }

  @Override
  public List<Step.Event> toolEnd() {
    return finish("tool_ready", "tool_use");
  }

  @Override
  public List<Step.Event> failure() {
    return List.of(
        event(
            "error",
            "error",
            """
            "error":{"type":"overloaded_error","message":"Overloaded","details":null},\
            "request_id":"req_lastbyte1\"\
            """));
  }

  @Override
  public Step.Event heartbeat() {
    return Sse.named("heartbeat", "ping", "{\"type\":\"ping\"}");
  }

  private static List<Step.Event> finish(String stopKind, String stopReason) {
    return List.of(
        blockStop(stopKind),
        event(
            "finishing",
            "message_delta",
            """
            "delta":{"stop_reason":"%s","stop_sequence":null},\
            "usage":{"input_tokens":21,"cache_creation_input_tokens":0,\
            "cache_read_input_tokens":0,"output_tokens":9}\
            """
                .formatted(stopReason)),
        Sse.named("finishing", "message_stop", "{\"type\":\"message_stop\"}"));
  }

  private static Step.Event blockStart(String block) {
    return event("lifecycle", "content_block_start", "\"index\":0,\"content_block\":" + block);
  }

  private static Step.Event blockStop(String kind) {
    return event(kind, "content_block_stop", "\"index\":0");
  }

  private static Step.Event toolArguments(String piece) {
    return delta("tool_input", "input_json_delta", "partial_json", piece);
  }

  private static Step.Event delta(String kind, String type, String field, String piece) {
    return event(
        kind,
        "content_block_delta",
        "\"index\":0,\"delta\":{\"type\":\"%s\",\"%s\":%s}"
            .formatted(type, field, Json.quote(piece)));
  }

  private static Step.Event event(String kind, String type, String fields) {
    return Sse.named(kind, type, "{\"type\":\"%s\",%s}".formatted(type, fields));
  }
}
