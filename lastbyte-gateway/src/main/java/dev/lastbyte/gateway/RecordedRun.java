// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.RequestEvent.ConversationSeen;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunRecorder;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.RequestTap;
import dev.lastbyte.wire.conversation.Conversation;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run as the gateway records it. An HTTP request is a run of one attempt; to which earlier one
 * it belongs is known when its body has passed, and is recorded then. Used by its exchange, on its
 * event loop.
 */
final class RecordedRun {

  /** The number of a run's first attempt, which is the only one unless we recover. */
  static final int ATTEMPT = 1;

  /** A run that is younger is soon over. */
  private static final long SAFE_AGAIN_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Runs runs;
  private final RunRecorder recorder;
  private final ToldRun told;
  private final RequestNames names;
  private final OpenRuns open;
  private @Nullable RequestDescribed described;
  private @Nullable AskedOnce asked;
  private int attempt = ATTEMPT;
  private long safeAgainAtNanos = SAFE_AGAIN_AFTER_NANOS;
  private boolean over;

  RecordedRun(Runs runs, RunRecorder recorder, ToldRun told, RequestNames names, OpenRuns open) {
    this.runs = runs;
    this.recorder = recorder;
    this.told = told;
    this.names = names;
    this.open = open;
  }

  /** What its client calls it. */
  RequestNames names() {
    return names;
  }

  /** To add to it later, when all else of it is let go. */
  ToldRun told() {
    return told;
  }

  Token id() {
    return recorder.header().run();
  }

  RunRecorder recorder() {
    return recorder;
  }

  /** Nanoseconds since the run began. */
  long now() {
    return recorder.now();
  }

  /** A stamp of this moment, as seen on the provider's side. */
  Stamp up() {
    return recorder.stamp(attempt, Vantage.GATEWAY_UP);
  }

  /** A stamp of this moment, as seen on the client's side. */
  Stamp down() {
    return recorder.stamp(attempt, Vantage.GATEWAY_DOWN);
  }

  /** The number of the attempt at hand. */
  int attempt() {
    return attempt;
  }

  /** The request is about to be sent again. That is on disk when this returns. */
  void nextAttempt() {
    attempt++;
    told.nowAt(attempt);
    record(new AttemptStarted(up()));
    if (described != null) {
      record(again(described));
    }
    runs.goesOn(recorder);
  }

  /**
   * More of the answer came, or nothing for a while. At the age of a second, of two, of four and so
   * on, what was recorded until then is made safe from the death of this process, which else leaves
   * only how it began.
   */
  void goesOn(long nowNanos) {
    if (nowNanos >= safeAgainAtNanos && !over) {
      safeAgainAtNanos = 2 * nowNanos;
      runs.goesOn(recorder);
    }
  }

  void record(RunEvent event) {
    recorder.record(event);
  }

  /** What was asked is known, as far as it ever will be. */
  void describe(RequestTap request) {
    describe(request.describe(down()), request.conversation());
  }

  /** As above, where no HTTP request asks it. */
  void describe(RequestDescribed asks, @Nullable Conversation conversation) {
    try {
      note(asks, conversation);
    } catch (RuntimeException fault) {
      ownFault(fault); // the request goes its way all the same
    }
  }

  /** Says that a fault of our own showed while this was recorded. */
  void ownFault(Throwable fault) {
    runs.ownFault(fault);
  }

  private void note(RequestDescribed asks, @Nullable Conversation conversation) {
    described = asks;
    record(asks);
    if (conversation != null) {
      record(new ConversationSeen(down(), conversation.whole().token(), conversation.messages()));
    }
    if (conversation != null || names.question() != null) {
      asked = runs.questions().ask(this, asks, conversation);
    }
  }

  /** The request of the attempt before is that of the one at hand. */
  private RequestDescribed again(RequestDescribed one) {
    return new RequestDescribed(
        down(),
        one.dialect(),
        one.model(),
        one.streaming(),
        one.stores(),
        one.serverTools(),
        one.toolsOffered(),
        one.toolResults());
  }

  /** The run is over, and goes to the store. Only the first call has an effect. */
  void end() {
    if (!over) {
      over = true;
      open.remove(this);
      recorder.end(Vantage.GATEWAY_UP);
      runs.end(recorder, told, asked);
    }
  }
}
