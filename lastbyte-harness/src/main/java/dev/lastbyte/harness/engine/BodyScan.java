// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks through a JSON body as it goes by for what we want of it: whether it asks for a stream, and
 * which tool results it posts back. It follows strings and nesting and nothing else, and keeps a
 * few first letters of a few strings.
 */
final class BodyScan {
  private static final int STRING_LIMIT = 128;
  private static final int CALLS_LIMIT = 64;

  private final StringBuilder string = new StringBuilder();
  private String key = "";
  private boolean inString;
  private boolean escaped;
  private boolean inValue;
  private int depth;
  private boolean streaming;
  private boolean refusesStream;
  private int toolResults;
  private final List<String> toolCalls = new ArrayList<>();
  private String callId = "";
  private int callIdDepth;
  private int outputDepth;

  /** Whether the outermost object holds {@code "stream": true}. */
  boolean streaming() {
    return streaming;
  }

  /** Whether the outermost object holds {@code "stream": false}. */
  boolean refusesStream() {
    return refusesStream;
  }

  /** How many messages, blocks or items with the result of a tool are in it. */
  int toolResults() {
    return toolResults;
  }

  /** The identifiers of the calls that these are results of, where they have any; at most 64. */
  List<String> toolCalls() {
    return toolCalls;
  }

  /** Looks at the next piece. */
  void accept(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (inString) {
        acceptInString((char) (bytes[i] & 0xff));
      } else {
        acceptOutside((char) (bytes[i] & 0xff));
      }
    }
  }

  private void acceptInString(char unit) {
    if (escaped) {
      escaped = false;
    } else if (unit == '\\') {
      escaped = true;
    } else if (unit == '"') {
      inString = false;
      endString();
      return;
    }
    if (string.length() < STRING_LIMIT) {
      string.append(unit);
    }
  }

  private void acceptOutside(char unit) {
    switch (unit) {
      case '"' -> {
        inString = true;
        string.setLength(0);
      }
      case ':' -> {
        key = string.toString();
        inValue = true;
      }
      case '{', '[' -> {
        toolResults += inValue && isToolResult(key, "") ? 1 : 0;
        depth++;
        inValue = false;
      }
      case '}', ']' -> {
        endItem();
        depth--;
        inValue = false;
      }
      case ',' -> inValue = false;
      case 't' -> streaming |= saysStream();
      case 'f' -> refusesStream |= saysStream();
      default -> {}
    }
  }

  private boolean saysStream() {
    return inValue && depth == 1 && key.equals("stream");
  }

  private void endString() {
    if (!inValue) {
      return;
    }
    String value = string.toString();
    toolResults += isToolResult(key, value) ? 1 : 0;
    switch (key) {
      case "tool_call_id", "tool_use_id" -> addCall(value);
      case "call_id" -> {
        callId = value;
        callIdDepth = depth;
      }
      case "type" -> outputDepth = value.equals("function_call_output") ? depth : outputDepth;
      default -> {}
    }
  }

  /** In Responses a call and its output name the call by the same field. */
  private void endItem() {
    if (callIdDepth == depth && outputDepth == depth) {
      addCall(callId);
    }
    callIdDepth = callIdDepth == depth ? 0 : callIdDepth;
    outputDepth = outputDepth == depth ? 0 : outputDepth;
  }

  private void addCall(String id) {
    if (toolCalls.size() < CALLS_LIMIT) {
      toolCalls.add(id);
    }
  }

  private static boolean isToolResult(String key, String value) {
    return switch (key) {
      case "role" -> value.equals("tool");
      case "type" -> value.equals("tool_result") || value.equals("function_call_output");
      case "toolResult", "functionResponse" -> value.isEmpty();
      default -> false;
    };
  }
}
