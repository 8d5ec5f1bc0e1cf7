// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.AdvicePlace;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.ErrorBodySeen;
import dev.lastbyte.core.event.ResponseEvent.ErrorShape;
import dev.lastbyte.core.event.ResponseEvent.RetryAdvised;
import dev.lastbyte.core.event.ResponseEvent.Signer;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.Opacity;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.SentinelSeen;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.ContentMeter;
import dev.lastbyte.core.log.RunRecorder;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.error.ErrorDetails;
import dev.lastbyte.wire.error.ErrorObject;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one response, on its way into the recorder: stamped, and said once where the
 * life cycle of {@link RunEvent} says "at most once".
 */
public final class ResponseEventRecorder {

  private final RunRecorder recorder;
  private final ContentMeter meter;
  private final int attempt;
  private final Vantage vantage;
  private final Set<Correlation> correlated = EnumSet.noneOf(Correlation.class);
  private final Set<Malformation> malformed = EnumSet.noneOf(Malformation.class);
  private final LongSupplier epochMillis;
  private long now;
  private boolean finished;
  private boolean proven;
  private boolean ended;
  private boolean failed;
  private boolean answering;

  /**
   * A recorder of one attempt from one vantage.
   *
   * @param epochMillis the wall clock, asked for only if a response names a date
   */
  public ResponseEventRecorder(
      RunRecorder recorder,
      ContentMeter meter,
      int attempt,
      Vantage vantage,
      LongSupplier epochMillis) {
    this.recorder = recorder;
    this.meter = meter;
    this.attempt = attempt;
    this.vantage = vantage;
    this.epochMillis = epochMillis;
  }

  /** Says when what comes next is seen. */
  public void at(long atNanos) {
    now = atNanos;
  }

  /** When what comes next is seen. */
  public long now() {
    return now;
  }

  /** The stamp of what is seen now. */
  public Stamp stamp() {
    return new Stamp(now, attempt, vantage);
  }

  /** Records an event as it is. */
  public void record(RunEvent event) {
    recorder.record(event);
  }

  /** Counts a piece of the stream. */
  public void flowed(Content kind, long bytes) {
    answering |=
        switch (kind) {
          case HEARTBEAT, LIFECYCLE -> false;
          case REASONING, TEXT, TOOL_INPUT, SERVER_TOOL -> true;
        };
    meter.flowed(kind, bytes, now);
  }

  /** A sign of life that is no part of the content, and has no byte in the body. */
  public void heartbeat() {
    flowed(Content.HEARTBEAT, 0);
  }

  /** Whether no identifier of that kind was seen yet. */
  public boolean isFirst(Correlation kind) {
    return !correlated.contains(kind);
  }

  /** The first identifier of each kind is kept, if it is fit to keep. */
  public void correlated(Correlation kind, @Nullable String id) {
    Token token = Token.orNull(id);
    if (token != null && kind.fits(token) && correlated.add(kind)) {
      record(new Correlated(stamp(), kind, token));
    }
  }

  public void toolStarted(int call, String id, String name) {
    record(new ToolCallStarted(stamp(), call, Token.orNull(id), Token.orNull(name)));
  }

  public void toolReady(int call) {
    record(new ToolCallReady(stamp(), call));
  }

  /** The model said why it stopped; a reason that names a failure is one. */
  public void finished(StopReason reason) {
    ProviderFailure failure = reason.failure();
    if (failure != null) {
      failed(failure, reason.word());
    } else if (!finished) {
      finished = true;
      record(new FinishSeen(stamp(), reason.finish(), reason.word()));
    }
  }

  /** The dialect's proof of an end came, for that reason. */
  public void proven(StopReason reason) {
    if (!proven && reason.failure() == null) {
      proven = true;
      record(new TerminalProven(stamp(), reason.finish()));
    }
  }

  private void failed(ProviderFailure failure, @Nullable Token word) {
    if (!failed) {
      failed = true;
      record(new ProviderFailed(stamp(), failure, word, true));
    }
  }

  void sentinel() {
    if (!ended) {
      ended = true;
      record(new SentinelSeen(stamp()));
    }
  }

  /** Notes for what an error says. */
  public ErrorDetails errorDetails() {
    return new ErrorDetails(epochMillis);
  }

  /** A reader of the error that a document may be. */
  public ErrorObject errorObject() {
    return new ErrorObject(errorDetails());
  }

  /** A document with a good status was an error, or held one. */
  public void failedInStream(ErrorObject error) {
    correlated(Correlation.REQUEST_ID, error.requestId());
    failed(error.details(), error.details().failureInStream(answering), true);
  }

  /** An event said that it failed, and nothing of it is a word that is known. */
  void failedInWords() {
    failed(ProviderFailure.OTHER, null);
  }

  public void failed(ErrorDetails error, ProviderFailure failure, boolean inStream) {
    if (failed) {
      return;
    }
    failed = true;
    Long pause = error.pauseNanos(failure);
    if (pause != null) {
      record(new RetryAdvised(stamp(), AdvicePlace.BODY, pause, Known.UNKNOWN));
    }
    record(new ProviderFailed(stamp(), failure, Token.orNull(error.errorCode()), inStream));
  }

  public void errorBody(ErrorShape shape, Signer signer) {
    record(new ErrorBodySeen(stamp(), shape, signer));
  }

  /** The first breach of each kind is kept. */
  public void malformed(Malformation what) {
    if (malformed.add(what)) {
      record(new Malformed(stamp(), what));
    }
  }

  /** The meaning of the body is lost from here on. */
  public void opaque(Opacity why) {
    record(new ContentOpaque(stamp(), why));
  }
}
