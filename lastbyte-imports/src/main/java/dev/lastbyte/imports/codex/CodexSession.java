// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.codex;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.RetryReason;
import dev.lastbyte.core.event.LifeEvent.RunOutcome;
import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.PieceArrived;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.ErrorChain;
import dev.lastbyte.imports.reading.RunNames;
import dev.lastbyte.imports.reading.SendingLog;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sendings of one Codex session. A turn is as many sendings as it takes; the log marks where a
 * response was whole, and hardly where one was not: a sending that failed leaves at most a count of
 * tokens without tokens.
 */
final class CodexSession {

  private enum Response {
    OPEN,
    WHOLE,
    FAILED
  }

  private final Consumer<RunLog> runs;
  private final RunNames names = new RunNames("codex");
  private @Nullable String session;
  private @Nullable String provider;
  private @Nullable String model;
  private @Nullable String turn;
  private @Nullable SendingLog current;
  private Response response = Response.OPEN;
  private int ofTurn;
  private int ofQuestion;

  CodexSession(Consumer<RunLog> runs) {
    this.runs = runs;
  }

  void describe(@Nullable String id, @Nullable String providerName) {
    session = id;
    provider = providerName;
  }

  void useModel(@Nullable String name) {
    model = name;
  }

  /** A turn begins, and with it a question. */
  void beginTurn(@Nullable String id, long when) {
    end();
    turn = id;
    ofTurn = 0;
    begin(when);
  }

  /** The sending that content belongs to which came now. */
  SendingLog answering(long when) {
    if (current == null) {
      return begin(when);
    }
    return response == Response.OPEN ? current : beginAfter(current);
  }

  /** The sending that is spoken of now, whether its response is whole or not. */
  SendingLog latest(long when) {
    return current == null ? begin(when) : current;
  }

  private SendingLog begin(long when) {
    ofTurn++;
    ofQuestion = 1;
    response = Response.OPEN;
    var next = new SendingLog(names.next(turn, ofTurn, when), when);
    next.known(Correlation.SESSION_ID, session);
    current = next;
    return next;
  }

  private SendingLog beginAfter(SendingLog before) {
    boolean retry = response == Response.FAILED && !before.calls().any();
    if (response == Response.FAILED) {
      before.retries(RetryReason.OTHER, null, before.latest());
      before.contentNotRecorded();
    }
    before.calls().resultsSent(before.latest());
    hand(before);
    int number = retry ? ofQuestion + 1 : ofTurn + 1;
    SendingLog next = begin(before.latest());
    ofQuestion = retry ? number : 1;
    return next.follows(before, retry ? Link.RETRY : Link.STEP, number, session);
  }

  /** The response is whole: its tokens are counted. */
  void completed(@Nullable String responseId, long when) {
    SendingLog sending = answering(when);
    sending.known(Correlation.RESPONSE_ID, responseId);
    sending.finished(sending.calls().any() ? Finish.TOOL_CALLS : Finish.STOP, when);
    response = Response.WHOLE;
  }

  /** A sending came to its end, and no tokens with it. */
  void endedWithoutTokens(long when) {
    answering(when).add(when, PieceArrived::new);
    response = Response.FAILED;
  }

  /** The turn is over. */
  void endTurn(ErrorChain error, long when) {
    if (!error.isEmpty()) {
      SendingLog sending = response == Response.WHOLE ? answering(when) : latest(when);
      sending.contentNotRecorded().failed(error, Known.UNKNOWN, when);
      sending.ended(RunOutcome.FAILED, when);
    } else if (current != null && response == Response.OPEN) {
      current.ended(RunOutcome.SUCCEEDED, when);
    }
    end();
  }

  /** The turn was stopped. */
  void abortTurn(AbortSource source, long when) {
    SendingLog sending = latest(when);
    sending.add(when, at -> new AbortRequested(at, source, null, null));
    sending.ended(RunOutcome.CANCELLED, when);
    end();
  }

  /** Part of the log cannot be read. */
  void lost() {
    if (current != null) {
      current.lost();
    }
  }

  /** The log, or what is known of a turn, ends here. */
  void end() {
    if (current != null) {
      hand(current);
    }
    current = null;
    response = Response.OPEN;
  }

  private void hand(SendingLog sending) {
    sending.provider(provider).asked(Dialect.OPENAI_RESPONSES, model, Known.YES);
    runs.accept(sending.log());
  }

  /** A piece of content. */
  void flowed(Content kind, long when) {
    answering(when).flowed(kind, when);
  }
}
