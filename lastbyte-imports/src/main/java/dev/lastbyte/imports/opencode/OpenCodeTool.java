// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.opencode;

import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.SendingLog;
import org.jspecify.annotations.Nullable;

/**
 * A tool's part. One that was cut off with its stream is stored as completed, with words of the
 * client's own at the end of its output.
 */
final class OpenCodeTool {

  private static final String ABORTED_COMMAND = "User aborted the command";
  private static final String ABORTED_TOOL = "Tool execution aborted";

  private OpenCodeTool() {}

  static void read(JsonFields part, SendingLog sending) {
    String call = part.text("callID");
    Long began = part.number("state.time.start");
    Long ended = part.number("state.time.end");
    sending.calls().made(call, part.text("tool"), began);
    if (call == null) {
      return;
    }
    ToolOutcome outcome = outcome(part);
    if (outcome != null) {
      sending.calls().ended(call, ToolEffect.UNKNOWN, outcome, began, ended);
    } else if (part.textOrEmpty("state.status").equals("running")) {
      sending.calls().started(call, ToolEffect.UNKNOWN, began);
    }
  }

  private static @Nullable ToolOutcome outcome(JsonFields part) {
    return switch (part.textOrEmpty("state.status")) {
      case "completed" ->
          part.textOrEmpty("state.output").contains(ABORTED_COMMAND)
              ? ToolOutcome.INTERRUPTED
              : ToolOutcome.DONE;
      case "error" ->
          part.textOrEmpty("state.error").contains(ABORTED_TOOL)
              ? ToolOutcome.INTERRUPTED
              : ToolOutcome.FAILED;
      default -> null;
    };
  }
}
