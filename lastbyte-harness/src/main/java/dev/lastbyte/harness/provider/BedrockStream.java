// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.text.Json;
import java.util.ArrayList;
import java.util.List;

/** Bedrock's ConverseStream: binary frames, content in blocks, a stop reason, then the usage. */
final class BedrockStream implements DialectStream {
  private String open = "";
  private int index = -1;

  @Override
  public List<Step.Event> opening() {
    return List.of(event("lifecycle", "messageStart", "{\"role\":\"assistant\"}"));
  }

  @Override
  public List<Step.Event> reasoning(List<String> pieces) {
    var events = begin("reasoning");
    for (String piece : pieces) {
      events.add(delta("reasoning", "\"reasoningContent\":{\"text\":%s}", piece));
    }
    return events;
  }

  @Override
  public List<Step.Event> text(List<String> pieces) {
    var events = begin("text");
    pieces.forEach(piece -> events.add(delta("text", "\"text\":%s", piece)));
    return events;
  }

  @Override
  public List<Step.Event> toolArgumentsBegin(List<String> pieces) {
    var events = begin("tool");
    events.add(
        event(
            "tool_input",
            "contentBlockStart",
            """
            {"contentBlockIndex":%d,"start":{"toolUse":{"toolUseId":"tooluse_lastbyte%d",\
            "name":"%s"}}}\
            """
                .formatted(index, index + 1, TOOL)));
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

  @Override
  public List<Step.Event> closing() {
    if (open.isEmpty()) {
      return List.of();
    }
    String kind = open.equals("tool") ? "tool_ready" : "lifecycle";
    open = "";
    return List.of(event(kind, "contentBlockStop", "{\"contentBlockIndex\":" + index + "}"));
  }

  @Override
  public List<Step.Event> end(Finish finish) {
    String word =
        switch (finish) {
          case STOP -> "end_turn";
          case LENGTH -> "max_tokens";
          case TOOLS -> "tool_use";
          case CONTENT_FILTER -> "content_filtered";
          case OTHER -> "perplexed";
        };
    var events = new ArrayList<>(closing());
    events.add(event("proof", "messageStop", "{\"stopReason\":\"" + word + "\"}"));
    events.add(
        event(
            "finishing",
            "metadata",
            """
            {"usage":{"inputTokens":21,"outputTokens":9,"totalTokens":30},\
            "metrics":{"latencyMs":4}}\
            """));
    return events;
  }

  @Override
  public List<Step.Event> failure(ProviderError providerError) {
    String json = "{\"message\":\"%s\"}".formatted(ErrorMessages.of(providerError));
    return List.of(
        new Step.Event("error", AwsEventStream.exception(exceptionOf(providerError), json)));
  }

  /** It sends none of its own; the frame of an unknown event is the nearest thing. */
  @Override
  public Step.Event heartbeat() {
    return event("heartbeat", "heartbeat", "{}");
  }

  /** Only a tool's block is announced by an event of its own. */
  private List<Step.Event> begin(String block) {
    var events = new ArrayList<>(closing());
    open = block;
    index++;
    return events;
  }

  private Step.Event toolArguments(String piece) {
    return delta("tool_input", "\"toolUse\":{\"input\":%s}", piece);
  }

  private Step.Event delta(String kind, String shape, String piece) {
    return event(
        kind,
        "contentBlockDelta",
        "{\"contentBlockIndex\":%d,\"delta\":{%s}}"
            .formatted(index, shape.formatted(Json.quote(piece))));
  }

  private static Step.Event event(String kind, String type, String json) {
    return new Step.Event(kind, AwsEventStream.event(type, json));
  }

  /** The kind of exception that ends a stream. */
  static String exceptionOf(ProviderError providerError) {
    return switch (providerError) {
      case RATE_LIMITED, QUOTA -> "throttlingException";
      case SERVER_ERROR, UNCLASSED -> "modelStreamErrorException";
      case UNAVAILABLE, OVERLOADED -> "serviceUnavailableException";
      case CREDENTIAL_EXPIRED -> "expiredTokenException";
      case INVALID_REQUEST,
          CONTEXT_OVERFLOW,
          AUTH,
          BILLING,
          FORBIDDEN,
          MODEL_NOT_FOUND,
          CONFLICT,
          TOO_LARGE,
          UNPROCESSABLE,
          CONTENT_FILTER ->
          "validationException";
    };
  }
}
