// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.opencode;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.RetryReason;
import dev.lastbyte.core.event.LifeEvent.RunOutcome;
import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.ErrorChain;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.RunNames;
import dev.lastbyte.imports.reading.SendingLog;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One message of the assistant, whose parts come in their order. Each step that begins is a
 * sending; one that has no end when the next begins failed, and was sent again.
 */
final class OpenCodeMessage {

  private final JsonFields info;
  private final RunNames names;
  private final Consumer<RunLog> runs;
  private final @Nullable SendingLog before;
  private final String id;
  private final @Nullable String session;
  private @Nullable SendingLog current;
  private boolean stepEnded;
  private int sendings;
  private int ofQuestion;

  /**
   * A message.
   *
   * @param info its own fields
   * @param id its id
   * @param session the session that it is of, or null if that is not told
   * @param before the last sending of the message before it, or null if there is none
   */
  OpenCodeMessage(
      JsonFields info,
      String id,
      @Nullable String session,
      RunNames names,
      @Nullable SendingLog before,
      Consumer<RunLog> runs) {
    this.info = info;
    this.id = id;
    this.session = session;
    this.names = names;
    this.before = before;
    this.runs = runs;
  }

  static boolean isOfAssistant(JsonFields info) {
    return info.textOrEmpty("role").equals("assistant");
  }

  /** The next part. */
  void part(JsonFields part) {
    switch (part.textOrEmpty("type")) {
      case "step-start" -> begin();
      case "step-finish" -> finish(part.textOrEmpty("reason"));
      case "text" -> sending().flowed(Content.TEXT, part.number("time.start"));
      case "reasoning" -> sending().flowed(Content.REASONING, part.number("time.start"));
      case "tool" -> OpenCodeTool.read(part, sending());
      default -> {
        // Files, patches and snapshots: the client's own.
      }
    }
  }

  /**
   * The message is whole.
   *
   * @return the last sending by now, which is not handed over yet, since the next one tells more of
   *     it; null if there is none
   */
  @Nullable SendingLog end() {
    SendingLog last = current;
    Long completed = info.number("time.completed");
    if (last == null && !info.has("error.name")) {
      return before;
    }
    last = last == null ? sending() : last;
    if (info.has("error.name")) {
      last.status(info.number("error.data.statusCode"), Media.OTHER, completed);
      last.failed(error(), retryable(), completed);
      last.contentNotRecorded().ended(RunOutcome.FAILED, completed);
    } else if (!stepEnded && completed == null) {
      last.contentNotRecorded();
    }
    return last;
  }

  private SendingLog sending() {
    return current == null ? begin() : current;
  }

  private SendingLog begin() {
    SendingLog failed = current;
    long created = Objects.requireNonNullElse(info.number("time.created"), 0L);
    long startedAt = failed == null ? created : failed.latest();
    sendings++;
    ofQuestion++;
    var next = new SendingLog(names.next(id, sendings, startedAt), startedAt);
    next.provider(info.text("providerID"));
    next.asked(Dialect.UNKNOWN, info.text("modelID"), Known.UNKNOWN);
    next.known(Correlation.SESSION_ID, session);
    if (failed != null) {
      closeFailed(failed);
      next.follows(failed, Link.RETRY, ofQuestion, session);
    } else if (before != null) {
      before.calls().resultsSent(startedAt);
      runs.accept(before.log());
      next.follows(before, Link.STEP, 2, session);
    }
    current = next;
    stepEnded = false;
    return next;
  }

  private void closeFailed(SendingLog failed) {
    if (!stepEnded) {
      failed.contentNotRecorded().retries(RetryReason.OTHER, null, null);
    } else {
      failed.calls().resultsSent(null);
      ofQuestion = 1;
    }
    runs.accept(failed.log());
  }

  /**
   * A response without its end is stored as one that ended for an unknown reason, and so is one
   * whose reason the client does not know: that says neither that it was whole nor that it failed.
   */
  private void finish(String reason) {
    SendingLog sending = sending();
    Finish finish =
        switch (reason) {
          case "stop" -> Finish.STOP;
          case "tool-calls" -> Finish.TOOL_CALLS;
          case "length" -> Finish.LENGTH;
          case "content-filter" -> Finish.CONTENT_FILTER;
          default -> null;
        };
    if (finish == null) {
      sending.contentNotRecorded().ended(RunOutcome.UNKNOWN, info.number("time.completed"));
    } else {
      sending.finished(finish, null);
    }
    stepEnded = true;
  }

  /** Where there is a code, the message is the client's own words for it. */
  private ErrorChain error() {
    String code = info.text("error.data.metadata.code");
    return code == null
        ? new ErrorChain().level(info.text("error.name"), null, info.text("error.data.message"))
        : new ErrorChain()
            .level(info.text("error.name"), code, info.text("error.data.metadata.message"));
  }

  private Known retryable() {
    Boolean retryable = info.bool("error.data.isRetryable");
    return retryable == null ? Known.UNKNOWN : Known.of(retryable);
  }
}
