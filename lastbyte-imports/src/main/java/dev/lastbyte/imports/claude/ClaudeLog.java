// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.claude;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.RetryReason;
import dev.lastbyte.core.event.LifeEvent.RunOutcome;
import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.ErrorChain;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.JsonLines;
import dev.lastbyte.imports.reading.LossCounter;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code projects/…/SESSION.jsonl}, and what {@code claude -p --output-format stream-json} prints,
 * whose lines are of the same kinds but have no times.
 */
public final class ClaudeLog {

  private static final String SYNTHETIC = "<synthetic>";

  private final ClaudeSession session;
  private long when;

  private ClaudeLog(String source, Consumer<RunLog> runs, long writtenAt) {
    this.session = new ClaudeSession(source, runs);
    this.when = writtenAt;
  }

  /**
   * Reads a session.
   *
   * @param source what the names of its runs begin with
   * @param writtenAt when the file was last written: the time of what has none
   * @throws IOException if the stream fails
   */
  public static void read(
      String source, InputStream in, long writtenAt, LossCounter losses, Consumer<RunLog> runs)
      throws IOException {
    var log = new ClaudeLog(source, runs, writtenAt);
    new JsonLines(in, ClaudeFields.ALL, losses).forEach(log::line, log.session::lost);
    log.session.end();
  }

  private void line(JsonFields line) {
    when = Objects.requireNonNullElse(line.moment("timestamp"), when);
    session.describe(line.text("sessionId"));
    session.describe(line.text("session_id"));
    switch (line.textOrEmpty("type")) {
      case "api-request" ->
          session.sends(
              line.text("id"), line.text("requestDigest"), line.text("params.model"), when);
      case "system" -> system(line);
      case "assistant" -> assistant(line);
      case "user" -> user(line);
      case "result" -> result(line);
      default -> {
        // The state of the client, which says nothing of a request.
      }
    }
  }

  private void system(JsonFields line) {
    switch (line.textOrEmpty("subtype")) {
      case "api_error" -> {
        ClaudeSending failed = session.failing(when);
        failed.log().known(Correlation.REQUEST_ID, line.text("error.requestId"));
        ClaudeSession.refused(failed, line.number("error.status"), when);
        failed.log().failed(ClaudeFields.error(line), Known.YES, when);
        failed.log().retries(why(line), line.number("retryInMs"), when);
        failed.failed(RunOutcome.FAILED, when);
      }
      case "api_retry" -> {
        ClaudeSending failed = session.failing(when);
        ClaudeSession.refused(failed, line.number("error_status"), when);
        failed
            .log()
            .failed(new ErrorChain().level(null, line.text("error"), null), Known.YES, when);
        failed.log().retries(RetryReason.OTHER, line.number("retry_delay_ms"), when);
        failed.failed(RunOutcome.FAILED, when);
      }
      default -> {
        // Settings and notices.
      }
    }
  }

  private static RetryReason why(JsonFields line) {
    if (line.has("error.connection.code")) {
      return RetryReason.CONNECTION;
    }
    return line.has("error.status") ? RetryReason.STATUS : RetryReason.OTHER;
  }

  private void assistant(JsonFields line) {
    boolean ofTheClient = line.textOrEmpty("message.model").equals(SYNTHETIC);
    if (ofTheClient && line.text("streamCutCause") != null) {
      cut();
    } else if (ofTheClient && line.isTrue("isApiErrorMessage")) {
      ClaudeSending failed = session.failing(when);
      failed.log().known(Correlation.REQUEST_ID, line.text("requestId"));
      ClaudeSession.refused(failed, line.number("apiErrorStatus"), when);
      failed.log().failed(ClaudeFields.finalError(line), Known.UNKNOWN, when);
      failed.failed(RunOutcome.FAILED, when);
    } else if (!ofTheClient) {
      answered(line);
    }
  }

  /** The client noticed that the response before was cut, whatever that says of its own end. */
  private void cut() {
    ClaudeSending latest = session.latest();
    if (latest != null) {
      latest.broke();
    }
  }

  private void answered(JsonFields line) {
    String message = line.text("message.id");
    ClaudeSending sending = session.answeredBy(line.text("requestRef"), message, when);
    sending.log().known(Correlation.REQUEST_ID, line.text("requestId"));
    sending.log().known(Correlation.RESPONSE_ID, message);
    for (int i = 0; line.has("message.content." + i + ".type"); i++) {
      ClaudeFields.content(line, "message.content." + i + ".", sending.log(), when);
    }
    sending.stopped(ClaudeFields.finish(line.textOrEmpty("message.stop_reason")), when);
  }

  private void user(JsonFields line) {
    for (int i = 0; line.has("message.content." + i + ".type"); i++) {
      String path = "message.content." + i + ".";
      if (ClaudeFields.isInterruption(line.text(path + "text"))) {
        interrupted();
      }
      result(line.text(path + "tool_use_id"), outcome(line, path));
    }
    if (ClaudeFields.isInterruption(line.text("message.content"))) {
      interrupted();
    }
  }

  private void interrupted() {
    ClaudeSending latest = session.latest();
    if (latest != null) {
      latest.log().add(when, at -> new AbortRequested(at, AbortSource.USER, null, null));
      latest.failed(RunOutcome.CANCELLED, when);
    }
  }

  private static ToolOutcome outcome(JsonFields line, String path) {
    if (line.isTrue("toolUseResult.interrupted")) {
      return ToolOutcome.INTERRUPTED;
    }
    return line.isTrue(path + "is_error") ? ToolOutcome.FAILED : ToolOutcome.DONE;
  }

  private void result(@Nullable String call, ToolOutcome outcome) {
    ClaudeSending calling = call == null ? null : session.calling(call);
    if (call != null && calling != null) {
      calling.log().calls().ended(call, ToolEffect.UNKNOWN, outcome, when, when);
    }
  }

  /** The last line of {@code stream-json}: an error that no message told is told here. */
  private void result(JsonFields line) {
    ClaudeSending latest = session.latest();
    if (line.isTrue("is_error") && latest != null && latest.isOpen()) {
      ClaudeSession.refused(latest, line.number("api_error_status"), when);
      latest.failed(RunOutcome.FAILED, when);
    }
  }
}
