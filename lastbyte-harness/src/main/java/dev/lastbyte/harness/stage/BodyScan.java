// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.stage;

import java.util.Set;

/**
 * Looks through a JSON body as it goes by for the two things that we want of it: whether it asks
 * for a stream, and how many tool results it posts back. It follows strings and nesting and nothing
 * else, and keeps at most the first letters of two strings.
 */
final class BodyScan {
  private static final int STRING_LIMIT = 32;

  /** Gemini and Bedrock name a result by its key; the others by a type or a role. */
  private static final Set<String> RESULT_KEYS = Set.of("functionResponse", "toolResult");

  private final StringBuilder string = new StringBuilder();
  private String key = "";
  private boolean inString;
  private boolean escaped;
  private boolean inValue;
  private int depth;
  private boolean streaming;
  private boolean refusesStream;
  private int toolResults;

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
        if (RESULT_KEYS.contains(key)) {
          toolResults++;
        }
      }
      case '{', '[' -> {
        depth++;
        inValue = false;
      }
      case '}', ']' -> {
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
    if (inValue && isToolResult(key, string.toString())) {
      toolResults++;
    }
  }

  private static boolean isToolResult(String key, String value) {
    return switch (key) {
      case "role" -> value.equals("tool");
      case "type" -> value.equals("tool_result") || value.equals("function_call_output");
      default -> false;
    };
  }
}
