// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.codex;

import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.ErrorChain;
import dev.lastbyte.imports.reading.FieldSelection;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.JsonLines;
import dev.lastbyte.imports.reading.LossCounter;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code sessions/YYYY/MM/DD/rollout-*.jsonl}: a line for each thing that Codex kept. */
public final class CodexRollout {

  private static final FieldSelection FIELDS =
      FieldSelection.of(
          "timestamp",
          "type",
          "payload.type",
          "payload.id",
          "payload.role",
          "payload.model_provider",
          "payload.model",
          "payload.turn_id",
          "payload.name",
          "payload.call_id",
          "payload.response_id",
          "payload.reason",
          "payload.message",
          "payload.codex_error_info",
          "payload.error.message",
          "payload.error.codex_error_info",
          "payload.info.total_token_usage.total_tokens",
          "payload.item.type",
          "payload.item.id",
          "payload.item.status",
          "payload.item.exit_code",
          "payload.started_at_ms",
          "payload.completed_at_ms");

  private final CodexSession session;
  private long when;
  private long tokens;
  private boolean countedAlready;

  private CodexRollout(Consumer<RunLog> runs, long writtenAt) {
    this.session = new CodexSession(runs);
    this.when = writtenAt;
  }

  /**
   * Reads a session.
   *
   * @param writtenAt when the file was last written: the time of what has none
   * @throws IOException if the stream fails
   */
  public static void read(InputStream in, long writtenAt, LossCounter losses, Consumer<RunLog> runs)
      throws IOException {
    var rollout = new CodexRollout(runs, writtenAt);
    new JsonLines(in, FIELDS, losses).forEach(rollout::line, rollout.session::lost);
    rollout.session.end();
  }

  private void line(JsonFields line) {
    when = Objects.requireNonNullElse(line.moment("timestamp"), when);
    switch (line.textOrEmpty("type")) {
      case "session_meta" ->
          session.describe(line.text("payload.id"), line.text("payload.model_provider"));
      case "turn_context" -> session.useModel(line.text("payload.model"));
      case "event_msg" -> event(line);
      case "response_item" -> item(line);
      case "token_usage_record" -> {
        session.completed(line.text("payload.response_id"), when);
        countedAlready = true;
      }
      default -> {
        // The state of the world, which says nothing of a request.
      }
    }
  }

  private void event(JsonFields line) {
    switch (line.textOrEmpty("payload.type")) {
      case "task_started", "turn_started" -> session.beginTurn(line.text("payload.turn_id"), when);
      case "token_count" -> tokenCount(line);
      case "item_completed" -> execution(line);
      case "task_complete", "turn_complete" -> session.endTurn(error(line, "payload.error."), when);
      case "error" -> session.endTurn(error(line, "payload."), when);
      case "turn_aborted" ->
          session.abortTurn(
              switch (line.textOrEmpty("payload.reason")) {
                case "interrupted" -> AbortSource.USER;
                case "replaced" -> AbortSource.SUPERSEDED;
                default -> AbortSource.UNATTRIBUTED;
              },
              when);
      default -> {
        // What was shown or set, which says nothing of a request.
      }
    }
  }

  /** After a whole response it repeats what is known; without any tokens it is a sending's end. */
  private void tokenCount(JsonFields line) {
    Long total = line.number("payload.info.total_token_usage.total_tokens");
    if (total == null) {
      if (!countedAlready) {
        session.endedWithoutTokens(when);
      }
    } else {
      if (!countedAlready && total > tokens) {
        session.completed(null, when);
      }
      tokens = total;
    }
    countedAlready = false;
  }

  private void item(JsonFields line) {
    String call = line.text("payload.call_id");
    switch (line.textOrEmpty("payload.type")) {
      case "reasoning" -> session.flowed(Content.REASONING, when);
      case "web_search_call" -> session.flowed(Content.SERVER_TOOL, when);
      case "message" -> {
        if (line.textOrEmpty("payload.role").equals("assistant")) {
          session.flowed(Content.TEXT, when);
        }
      }
      case "function_call", "custom_tool_call", "local_shell_call" ->
          session.answering(when).calls().made(call, line.text("payload.name"), when);
      case "function_call_output", "custom_tool_call_output" -> {
        if (call != null) {
          session
              .latest(when)
              .calls()
              .ended(call, ToolEffect.UNKNOWN, ToolOutcome.DONE, when, when);
        }
      }
      default -> {
        // What was sent to the model.
      }
    }
  }

  private void execution(JsonFields line) {
    String call = line.text("payload.item.id");
    ToolEffect effect = effect(line.textOrEmpty("payload.item.type"));
    if (call != null && effect != null) {
      session
          .latest(when)
          .calls()
          .ended(
              call,
              effect,
              line.textOrEmpty("payload.item.status").equals("declined")
                  ? ToolOutcome.DROPPED
                  : ToolOutcome.DONE,
              line.number("payload.started_at_ms"),
              line.number("payload.completed_at_ms"));
    }
  }

  private static @Nullable ToolEffect effect(String item) {
    return switch (item) {
      case "CommandExecution" -> ToolEffect.PROCESS;
      case "FileChange" -> ToolEffect.LOCAL_WRITE;
      case "McpToolCall", "DynamicToolCall" -> ToolEffect.UNKNOWN;
      default -> null;
    };
  }

  private static ErrorChain error(JsonFields line, String path) {
    return new ErrorChain()
        .level(null, line.text(path + "codex_error_info"), line.text(path + "message"));
  }
}
