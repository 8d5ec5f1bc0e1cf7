// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.responses;

import java.util.Arrays;
import java.util.List;

/** What an event of a Responses stream is, by its type; what comes most often stands first. */
enum ResponsesEventType {
  TEXT_DELTA("response.output_text.delta"),
  ARGUMENTS_DELTA("response.function_call_arguments.delta"),
  INPUT_DELTA("response.custom_tool_call_input.delta"),
  REFUSAL_DELTA("response.refusal.delta"),
  ARGUMENTS_DONE("response.function_call_arguments.done"),
  INPUT_DONE("response.custom_tool_call_input.done"),
  ITEM_ADDED("response.output_item.added"),
  ITEM_DONE("response.output_item.done"),
  CREATED("response.created"),
  COMPLETED("response.completed"),
  INCOMPLETE("response.incomplete"),
  CANCELLED("response.cancelled"),
  /** The one last event of OpenAI's Realtime API, and of relays that speak it. */
  DONE("response.done"),
  TEXT_DONE("response.output_text.done"),
  REFUSAL_DONE("response.refusal.done"),
  PART_DONE("response.content_part.done"),
  FAILED("response.failed"),
  ERROR("error"),
  /** {@code response.reasoning_text.delta} and its kin. */
  REASONING_DELTA(""),
  /** Events of a tool that the provider executes, as {@code response.web_search_call.searching}. */
  SERVER_TOOL(""),
  /** Frames of content, and what we do not know. */
  OTHER("");

  /** Those that have one spelling. */
  static final List<ResponsesEventType> SPELLED =
      Arrays.stream(values()).filter(type -> !type.word.isEmpty()).toList();

  private final String word;

  ResponsesEventType(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** The status that an event which ends the response stands for, where it does not say it. */
  String status() {
    return this == DONE ? "completed" : word.substring(word.lastIndexOf('.') + 1);
  }

  /** What a type is that has no spelling of its own here. */
  static ResponsesEventType byShape(String type) {
    if (type.startsWith("response.reasoning") && type.endsWith(".delta")) {
      return REASONING_DELTA;
    }
    if (type.startsWith("response.audio") && type.endsWith(".delta")) {
      return TEXT_DELTA;
    }
    boolean ofTool = type.startsWith("response.mcp_") || type.contains("_call");
    return ofTool && !type.contains("custom_tool_call") ? SERVER_TOOL : OTHER;
  }
}
