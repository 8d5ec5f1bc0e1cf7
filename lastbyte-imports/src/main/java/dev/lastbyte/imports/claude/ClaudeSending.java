// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.claude;

import dev.lastbyte.core.event.LifeEvent.RunOutcome;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.StreamBroke;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.SendingLog;
import org.jspecify.annotations.Nullable;

/** One sending of Claude Code, with what is not sure of it before the log goes on. */
final class ClaudeSending {

  private final SendingLog log;
  private final @Nullable String request;
  private final @Nullable String digest;
  private final int number;
  private @Nullable String message;
  private @Nullable Finish finish;
  private @Nullable Long finishedAt;
  private boolean broke;
  private boolean ended;

  /**
   * A sending.
   *
   * @param request the log's own id for it, or null if it has none
   * @param digest what is equal for sendings of one question, or null if not told
   * @param number which sending of its question it is, from 1
   */
  ClaudeSending(SendingLog log, @Nullable String request, @Nullable String digest, int number) {
    this.log = log;
    this.request = request;
    this.digest = digest;
    this.number = number;
  }

  SendingLog log() {
    return log;
  }

  int number() {
    return number;
  }

  boolean isRequest(@Nullable String id) {
    return id != null && id.equals(request);
  }

  boolean asksTheSameAs(@Nullable String otherDigest) {
    return digest != null && digest.equals(otherDigest);
  }

  boolean isMessage(@Nullable String id) {
    return id != null && id.equals(message);
  }

  /** Whether another message's content, or another error, can still be of this sending. */
  boolean isOpen() {
    return message == null && !ended;
  }

  void answersWith(@Nullable String id) {
    message = id;
  }

  /** Why the model stopped, as the log has it: it has one too for what was cut behind a call. */
  void stopped(@Nullable Finish reason, long when) {
    if (reason != null) {
      finish = reason;
      finishedAt = when;
    }
  }

  void broke() {
    broke = true;
    ended = true;
  }

  /** An error ended it. */
  void failed(RunOutcome outcome, @Nullable Long when) {
    ended = true;
    log.contentNotRecorded().ended(outcome, when);
  }

  /** That another try was made. */
  void ended() {
    ended = true;
  }

  RunLog toRunLog() {
    if (broke) {
      log.add(finishedAt, StreamBroke::new);
    } else if (finish != null) {
      log.finished(finish, finishedAt);
    } else if (!ended) {
      log.contentNotRecorded();
    }
    return log.log();
  }
}
