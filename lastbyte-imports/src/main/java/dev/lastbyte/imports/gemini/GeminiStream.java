// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.gemini;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.RunOutcome;
import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
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
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gemini -o stream-json} prints. The client tries again without a word, so that the
 * text of several tries may be that of one run.
 */
public final class GeminiStream {

  private static final FieldSelection FIELDS =
      FieldSelection.of(
          "type",
          "timestamp",
          "session_id",
          "model",
          "role",
          "tool_name",
          "tool_id",
          "status",
          "message",
          "error.type",
          "error.message");

  private final Consumer<RunLog> runs;
  private final RunNames names = new RunNames("gemini-stream");
  private @Nullable String session;
  private @Nullable String model;
  private @Nullable SendingLog current;
  private boolean toolsRan;
  private int steps;
  private long when;

  private GeminiStream(Consumer<RunLog> runs, long writtenAt) {
    this.runs = runs;
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
    var stream = new GeminiStream(runs, writtenAt);
    new JsonLines(in, FIELDS, losses).forEach(stream::line, stream::lost);
    stream.end();
  }

  private void line(JsonFields line) {
    when = Objects.requireNonNullElse(line.moment("timestamp"), when);
    switch (line.textOrEmpty("type")) {
      case "init" -> {
        session = line.text("session_id");
        model = line.text("model");
      }
      case "message" -> {
        if (line.textOrEmpty("role").equals("assistant")) {
          answering().flowed(Content.TEXT, when);
        } else {
          end();
          begin();
        }
      }
      case "tool_use" ->
          answering().calls().made(line.text("tool_id"), line.text("tool_name"), when);
      case "tool_result" -> toolResult(line);
      case "result" -> result(line);
      default -> {
        // A warning, which ends nothing.
      }
    }
  }

  private void toolResult(JsonFields line) {
    String call = line.text("tool_id");
    if (call != null && current != null) {
      ToolOutcome outcome =
          line.textOrEmpty("status").equals("success") ? ToolOutcome.DONE : ToolOutcome.FAILED;
      current.calls().ended(call, ToolEffect.UNKNOWN, outcome, when, when);
      toolsRan = true;
    }
  }

  private void result(JsonFields line) {
    SendingLog last = toolsRan ? answering() : sending();
    if (line.textOrEmpty("status").equals("success")) {
      last.ended(RunOutcome.SUCCEEDED, when);
    } else {
      String kind = line.textOrEmpty("error.type");
      last.failed(
          new ErrorChain()
              .level(kind.equals("unknown") ? null : kind, null, line.text("error.message")),
          Known.UNKNOWN,
          when);
      last.ended(RunOutcome.FAILED, when);
    }
    end();
  }

  /** The sending that content belongs to which came now: the next one, once tools have run. */
  private SendingLog answering() {
    SendingLog before = current;
    if (before == null || !toolsRan) {
      return sending();
    }
    before.calls().resultsSent(when);
    before.ended(RunOutcome.SUCCEEDED, when); // Only a whole response has its calls executed.
    end();
    return begin().follows(before, Link.STEP, steps, session);
  }

  private SendingLog sending() {
    return current == null ? begin() : current;
  }

  private SendingLog begin() {
    steps++;
    var next = new SendingLog(names.next(session, steps, when), when);
    next.asked(Dialect.GEMINI, model, Known.UNKNOWN).known(Correlation.SESSION_ID, session);
    current = next;
    toolsRan = false;
    return next;
  }

  private void lost() {
    if (current != null) {
      current.lost();
    }
  }

  private void end() {
    if (current != null) {
      runs.accept(current.log());
    }
    current = null;
  }
}
