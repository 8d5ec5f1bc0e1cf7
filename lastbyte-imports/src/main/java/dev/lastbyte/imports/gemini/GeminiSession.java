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
 * {@code chats/session-*.jsonl}: what was asked and what came of it, once that is whole. A message
 * is written again when it changes. What failed is not there: a question without a response is all
 * that is left of it.
 */
public final class GeminiSession {

  private static final FieldSelection FIELDS =
      FieldSelection.of(
          "sessionId",
          "id",
          "timestamp",
          "type",
          "model",
          "content",
          "tokens.total",
          "tokens.thoughts",
          "toolCalls.*.id",
          "toolCalls.*.name",
          "toolCalls.*.status",
          "toolCalls.*.timestamp");

  private final Consumer<RunLog> runs;
  private final RunNames names = new RunNames("gemini");
  private @Nullable String session;
  private @Nullable SendingLog current;
  private @Nullable String message;
  private long when;
  private int steps;

  private GeminiSession(Consumer<RunLog> runs, long writtenAt) {
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
    var session = new GeminiSession(runs, writtenAt);
    new JsonLines(in, FIELDS, losses).forEach(session::line, session::lost);
    session.end();
  }

  private void line(JsonFields line) {
    session = Objects.requireNonNullElse(line.text("sessionId"), session == null ? "" : session);
    Long time = line.moment("timestamp");
    when = time == null ? when : time;
    switch (line.textOrEmpty("type")) {
      case "user" -> asks(line);
      case "gemini" -> answers(line);
      default -> {
        // A change of the session, or a notice.
      }
    }
  }

  /** A question, or the results of tools: either way a request goes out. */
  private void asks(JsonFields line) {
    SendingLog earlier = close();
    steps++;
    var next = new SendingLog(names.next(line.text("id"), 0, when), when);
    next.known(Correlation.SESSION_ID, session);
    if (earlier != null) {
      earlier.calls().resultsSent(when);
      runs.accept(earlier.log());
      next.follows(earlier, Link.STEP, steps, session);
    }
    current = next;
  }

  private void answers(JsonFields line) {
    SendingLog sending = current;
    if (sending == null) {
      return; // The question that it answers is not in the log.
    }
    boolean first = message == null;
    message = line.text("id");
    if (first) {
      sending.asked(Dialect.GEMINI, line.text("model"), Known.UNKNOWN);
      if (line.count("tokens.thoughts") > 0) {
        sending.flowed(Content.REASONING, when);
      }
      if (!line.textOrEmpty("content").isEmpty()) {
        sending.flowed(Content.TEXT, when);
      }
      sending.ended(RunOutcome.SUCCEEDED, when);
    }
    for (int i = 0; line.has("toolCalls." + i + ".name"); i++) {
      tool(line, "toolCalls." + i + ".", sending);
    }
  }

  private void tool(JsonFields line, String path, SendingLog sending) {
    String call = line.text(path + "id");
    sending.calls().made(call, line.text(path + "name"), when);
    Long ended = line.moment(path + "timestamp");
    ToolOutcome outcome =
        switch (line.textOrEmpty(path + "status")) {
          case "success" -> ToolOutcome.DONE;
          case "error" -> ToolOutcome.FAILED;
          case "cancelled" -> ToolOutcome.INTERRUPTED;
          default -> null;
        };
    if (call != null && outcome != null) {
      sending.calls().ended(call, ToolEffect.UNKNOWN, outcome, when, ended);
    }
  }

  private void lost() {
    if (current != null) {
      current.lost();
    }
  }

  /** What was asked last is done with, as far as the log tells. */
  private @Nullable SendingLog close() {
    SendingLog closed = current;
    if (closed != null && message == null) {
      closed.asked(Dialect.GEMINI, null, Known.UNKNOWN).contentNotRecorded();
    }
    current = null;
    message = null;
    return closed;
  }

  private void end() {
    SendingLog last = close();
    if (last != null) {
      runs.accept(last.log());
    }
  }
}
