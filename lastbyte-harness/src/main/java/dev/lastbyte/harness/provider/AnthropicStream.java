// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.text.Json;
import java.util.ArrayList;
import java.util.List;

/** Anthropic Messages: named events, content in blocks that open and close, a stop reason. */
public final class AnthropicStream implements DialectStream {
  private static final String THINKING = "thinking";
  private static final String TEXT_BLOCK = "text";
  private static final String TOOL_USE = "tool_use";

  private String open = "";
  private int index = -1;

  /** A speaker at the start of a response. */
  public AnthropicStream() {}

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
  public List<Step.Event> reasoning(List<String> pieces) {
    var events = begin("lifecycle", THINKING, "\"thinking\":\"\",\"signature\":\"\"");
    pieces.forEach(piece -> events.add(delta("reasoning", "thinking_delta", "thinking", piece)));
    return events;
  }

  @Override
  public List<Step.Event> text(List<String> pieces) {
    var events = begin("lifecycle", TEXT_BLOCK, "\"text\":\"\"");
    pieces.forEach(piece -> events.add(delta("text", "text_delta", "text", piece)));
    return events;
  }

  @Override
  public List<Step.Event> toolArgumentsBegin(List<String> pieces) {
    var events =
        begin(
            "tool_input",
            TOOL_USE,
            "\"id\":\"toolu_lastbyte%d\",\"name\":\"%s\",\"input\":{}".formatted(index + 2, TOOL));
    pieces.forEach(piece -> events.add(toolArguments(piece)));
    return events;
  }

  @Override
  public List<Step.Event> toolArgumentsEnd(List<String> pieces) {
    return pieces.stream().map(this::toolArguments).toList();
  }

  @Override
  public List<Step.Event> toolProof() {
    return stop();
  }

  @Override
  public List<Step.Event> closing() {
    return closing(Finish.STOP);
  }

  @Override
  public List<Step.Event> end(Finish finish) {
    var events = new ArrayList<>(closing(finish));
    events.add(Sse.named("proof", "message_stop", "{\"type\":\"message_stop\"}"));
    return events;
  }

  @Override
  public List<Step.Event> failure(ProviderError providerError) {
    return List.of(
        event(
            "error",
            "error",
            """
            "error":{"type":"%s","message":"%s","details":null},"request_id":"req_lastbyte1\"\
            """
                .formatted(typeOf(providerError), ErrorMessages.of(providerError))));
  }

  @Override
  public Step.Event heartbeat() {
    return Sse.named("heartbeat", "ping", "{\"type\":\"ping\"}");
  }

  /** What comes before {@code message_stop}, the stop reason included. */
  private List<Step.Event> closing(Finish finish) {
    return finishing(
        switch (finish) {
          case STOP -> "end_turn";
          case LENGTH -> "max_tokens";
          case TOOLS -> "tool_use";
          case CONTENT_FILTER -> "refusal";
          case OTHER -> "perplexed";
        });
  }

  /** The same with a stop reason that no other dialect has. */
  public List<Step.Event> finishing(String stopReason) {
    var events = new ArrayList<>(stop());
    events.add(
        event(
            "finishing",
            "message_delta",
            """
            "delta":{"stop_reason":"%s","stop_sequence":null},\
            "usage":{"input_tokens":21,"cache_creation_input_tokens":0,\
            "cache_read_input_tokens":0,"output_tokens":9}\
            """
                .formatted(stopReason)));
    return events;
  }

  private List<Step.Event> begin(String kind, String type, String fields) {
    var events = new ArrayList<>(stop());
    open = type;
    index++;
    events.add(
        event(
            kind,
            "content_block_start",
            "\"index\":%d,\"content_block\":{\"type\":\"%s\",%s}".formatted(index, type, fields)));
    return events;
  }

  private List<Step.Event> stop() {
    if (open.isEmpty()) {
      return List.of();
    }
    String kind = open.equals(TOOL_USE) ? "tool_ready" : "lifecycle";
    open = "";
    return List.of(event(kind, "content_block_stop", "\"index\":" + index));
  }

  private Step.Event toolArguments(String piece) {
    return delta("tool_input", "input_json_delta", "partial_json", piece);
  }

  private Step.Event delta(String kind, String type, String field, String piece) {
    return event(
        kind,
        "content_block_delta",
        "\"index\":%d,\"delta\":{\"type\":\"%s\",\"%s\":%s}"
            .formatted(index, type, field, Json.quote(piece)));
  }

  private static Step.Event event(String kind, String type, String fields) {
    return Sse.named(kind, type, "{\"type\":\"%s\",%s}".formatted(type, fields));
  }

  static String typeOf(ProviderError providerError) {
    return switch (providerError) {
      case INVALID_REQUEST, CONTEXT_OVERFLOW, UNPROCESSABLE, CONFLICT, CONTENT_FILTER ->
          "invalid_request_error";
      case AUTH, CREDENTIAL_EXPIRED -> "authentication_error";
      case BILLING -> "billing_error";
      case FORBIDDEN -> "permission_error";
      case MODEL_NOT_FOUND -> "not_found_error";
      case TOO_LARGE -> "request_too_large";
      case RATE_LIMITED, QUOTA -> "rate_limit_error";
      case SERVER_ERROR, UNCLASSED, UNAVAILABLE -> "api_error";
      case OVERLOADED -> "overloaded_error";
    };
  }
}
