// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.claude;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.imports.reading.ErrorChain;
import dev.lastbyte.imports.reading.FieldSelection;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.SendingLog;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is read of Claude Code's lines, and what it means. */
final class ClaudeFields {

  static final FieldSelection ALL =
      FieldSelection.of(
          "timestamp",
          "type",
          "subtype",
          "id",
          "sessionId",
          "session_id",
          "requestDigest",
          "params.model",
          "requestId",
          "requestRef",
          "streamCutCause",
          "isApiErrorMessage",
          "apiErrorStatus",
          "apiErrorType",
          "error",
          "error.message",
          "error.status",
          "error.requestId",
          "error.connection.code",
          "error.connection.message",
          "error_status",
          "retryInMs",
          "retry_delay_ms",
          "is_error",
          "api_error_status",
          "toolUseResult.interrupted",
          "message.id",
          "message.model",
          "message.stop_reason",
          "message.content",
          "message.content.*.type",
          "message.content.*.id",
          "message.content.*.name",
          "message.content.*.text",
          "message.content.*.tool_use_id",
          "message.content.*.is_error");

  /** What the client writes in the user's place when the user stops it. */
  private static final Set<String> INTERRUPTIONS =
      Set.of("[Request interrupted by user]", "[Request interrupted by user for tool use]");

  private ClaudeFields() {}

  static boolean isInterruption(@Nullable String text) {
    return text != null && INTERRUPTIONS.contains(text);
  }

  /**
   * The error of a try. Where a connection was lost, the client's own message says that none came
   * about, even if it was lost within a response: only what lies beneath it is read.
   */
  static ErrorChain error(JsonFields line) {
    String code = line.text("error.connection.code");
    return code == null
        ? new ErrorChain().level(null, null, line.text("error.message"))
        : new ErrorChain().level(null, code, line.text("error.connection.message"));
  }

  static ErrorChain finalError(JsonFields line) {
    return new ErrorChain()
        .level(null, line.text("apiErrorType"), line.text("message.content.0.text"))
        .level(null, line.text("error"), null);
  }

  static void content(JsonFields line, String path, SendingLog sending, long when) {
    switch (line.textOrEmpty(path + "type")) {
      case "text" -> sending.flowed(Content.TEXT, when);
      case "thinking", "redacted_thinking" -> sending.flowed(Content.REASONING, when);
      case "tool_use" ->
          sending.calls().made(line.text(path + "id"), line.text(path + "name"), when);
      case "server_tool_use" -> sending.flowed(Content.SERVER_TOOL, when);
      default -> {
        // What the provider's own tools gave back.
      }
    }
  }

  static @Nullable Finish finish(String reason) {
    return switch (reason) {
      case "end_turn", "stop_sequence" -> Finish.STOP;
      case "tool_use" -> Finish.TOOL_CALLS;
      case "max_tokens" -> Finish.LENGTH;
      case "model_context_window_exceeded" -> Finish.CONTEXT_WINDOW;
      case "pause_turn" -> Finish.PAUSED;
      case "refusal" -> Finish.REFUSAL;
      case "" -> null;
      default -> Finish.OTHER;
    };
  }
}
