// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.codex;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.RetryReason;
import dev.lastbyte.core.event.LifeEvent.RunOutcome;
import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.ErrorChain;
import dev.lastbyte.imports.reading.FieldSelection;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.JsonLines;
import dev.lastbyte.imports.reading.LossCounter;
import dev.lastbyte.imports.reading.RunNames;
import dev.lastbyte.imports.reading.SendingLog;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code codex exec --json} prints. It has no times, and does not say where one response ends
 * and the next begins: all that lies between two reconnections of a turn is one run.
 */
public final class CodexExec {

  private static final FieldSelection FIELDS =
      FieldSelection.of(
          "type",
          "thread_id",
          "message",
          "error.message",
          "item.id",
          "item.type",
          "item.status",
          "item.exit_code");

  private static final String RECONNECTING = "Reconnecting...";

  private final Consumer<RunLog> runs;
  private final RunNames names = new RunNames("codex-exec");
  private final long writtenAt;
  private @Nullable String thread;
  private @Nullable SendingLog current;
  private int all;
  private int ofQuestion;

  private CodexExec(Consumer<RunLog> runs, long writtenAt) {
    this.runs = runs;
    this.writtenAt = writtenAt;
  }

  /**
   * Reads a session.
   *
   * @param writtenAt when the file was last written: the time of all that it tells
   * @throws IOException if the stream fails
   */
  public static void read(InputStream in, long writtenAt, LossCounter losses, Consumer<RunLog> runs)
      throws IOException {
    var exec = new CodexExec(runs, writtenAt);
    new JsonLines(in, FIELDS, losses).forEach(exec::line, exec::lost);
    exec.end();
  }

  private void line(JsonFields line) {
    switch (line.textOrEmpty("type")) {
      case "thread.started" -> thread = line.text("thread_id");
      case "turn.started" -> {
        end();
        sending();
      }
      case "item.started", "item.updated", "item.completed" ->
          item(line, line.textOrEmpty("type").equals("item.completed"));
      case "error" -> error(line);
      case "turn.completed" -> {
        SendingLog sending = sending();
        sending.finished(Finish.STOP, null);
        end();
      }
      case "turn.failed" -> {
        SendingLog sending = sending();
        sending.failed(chain(line.text("error.message")), Known.UNKNOWN, null);
        sending.contentNotRecorded().ended(RunOutcome.FAILED, null);
        end();
      }
      default -> {
        // Not of a request.
      }
    }
  }

  private void item(JsonFields line, boolean completed) {
    String id = line.text("item.id");
    switch (line.textOrEmpty("item.type")) {
      case "agent_message" -> sending().flowed(Content.TEXT, null);
      case "reasoning" -> sending().flowed(Content.REASONING, null);
      case "web_search" -> sending().flowed(Content.SERVER_TOOL, null);
      case "command_execution" -> tool(id, ToolEffect.PROCESS, completed, line);
      case "file_change" -> tool(id, ToolEffect.LOCAL_WRITE, completed, line);
      case "mcp_tool_call" -> tool(id, ToolEffect.UNKNOWN, completed, line);
      default -> {
        // Lists and notices.
      }
    }
  }

  private void tool(@Nullable String id, ToolEffect effect, boolean completed, JsonFields line) {
    if (id == null) {
      return;
    }
    SendingLog sending = sending();
    sending.calls().made(id, line.text("item.type"), null);
    sending.calls().started(id, effect, null);
    if (completed) {
      boolean declined = line.textOrEmpty("item.status").equals("declined");
      ToolOutcome outcome = declined ? ToolOutcome.DROPPED : ToolOutcome.DONE;
      sending.calls().ended(id, effect, outcome, null, null);
    }
  }

  /** The cause stands in brackets behind the number of the reconnection. */
  private void error(JsonFields line) {
    String message = line.textOrEmpty("message");
    SendingLog failed = sending();
    failed.failed(chain(message), Known.UNKNOWN, null);
    if (message.startsWith(RECONNECTING)) {
      failed.contentNotRecorded().retries(RetryReason.OTHER, null, null);
      boolean goesOn = failed.calls().any();
      hand(failed);
      ofQuestion = goesOn ? 0 : ofQuestion;
      current = null;
      SendingLog next = sending();
      next.follows(failed, goesOn ? Link.STEP : Link.RETRY, goesOn ? all : ofQuestion, thread);
    }
  }

  private SendingLog sending() {
    SendingLog sending = current;
    if (sending == null) {
      all++;
      ofQuestion++;
      sending = new SendingLog(names.next(thread, all, writtenAt), writtenAt + all);
      sending.known(Correlation.SESSION_ID, thread);
      sending.asked(Dialect.OPENAI_RESPONSES, null, Known.YES);
      current = sending;
    }
    return sending;
  }

  private void lost() {
    if (current != null) {
      current.lost();
    }
  }

  private void end() {
    if (current != null) {
      hand(current);
    }
    current = null;
    ofQuestion = 0;
  }

  private void hand(SendingLog sending) {
    runs.accept(sending.log());
  }

  private static ErrorChain chain(@Nullable String message) {
    return new ErrorChain().level(null, null, message);
  }
}
