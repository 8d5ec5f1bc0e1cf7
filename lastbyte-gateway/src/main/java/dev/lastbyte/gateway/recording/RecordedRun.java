// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.recording;

import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LifeEvent.ShadowDrained;
import dev.lastbyte.core.event.RequestEvent.ConversationSeen;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunRecorder;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.correlation.CorrelationHeaders;
import dev.lastbyte.gateway.correlation.RunHandle;
import dev.lastbyte.gateway.correlation.SentRequest;
import dev.lastbyte.wire.RequestTap;
import dev.lastbyte.wire.conversation.Conversation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run as the gateway records it. An HTTP request is a run of one attempt; to which earlier one
 * it belongs is known when its body has passed, and is recorded then. Used by its exchange, on its
 * event loop.
 */
public final class RecordedRun {

  /** A run that is younger is soon over. */
  private static final long FIRST_CHECKPOINT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final RunRegistry registry;
  private final RunRecorder recorder;
  private final RunHandle handle;
  private final CorrelationHeaders correlationHeaders;
  private final RunCheckpointer checkpointer;
  private @Nullable RequestDescribed described;
  private @Nullable SentRequest sentRequest;
  private int attempt = RunHandle.FIRST_ATTEMPT;
  private long nextCheckpointAtNanos = FIRST_CHECKPOINT_NANOS;
  private boolean ended;

  RecordedRun(
      RunRegistry registry,
      RunRecorder recorder,
      RunHandle handle,
      CorrelationHeaders correlationHeaders,
      RunCheckpointer checkpointer) {
    this.registry = registry;
    this.recorder = recorder;
    this.handle = handle;
    this.correlationHeaders = correlationHeaders;
    this.checkpointer = checkpointer;
  }

  /** To add events later, when all else of the run is let go. */
  public RunHandle handle() {
    return handle;
  }

  public Token id() {
    return recorder.header().run();
  }

  public RunRecorder recorder() {
    return recorder;
  }

  /** Nanoseconds since the run began. */
  public long now() {
    return recorder.now();
  }

  /** A stamp of this moment, as seen on the provider's side. */
  public Stamp upstreamStamp() {
    return recorder.stamp(attempt, Vantage.GATEWAY_UP);
  }

  /** A stamp of this moment, as seen on the client's side. */
  public Stamp downstreamStamp() {
    return recorder.stamp(attempt, Vantage.GATEWAY_DOWN);
  }

  /** The number of the attempt at hand. */
  public int attempt() {
    return attempt;
  }

  /** The request is about to be sent again. That is on disk when this returns. */
  public void startNextAttempt() {
    attempt++;
    handle.setAttempt(attempt);
    record(new AttemptStarted(upstreamStamp()));
    if (described != null) {
      record(forThisAttempt(described));
    }
    registry.checkpoint(recorder);
  }

  /**
   * More of the response came, or nothing for a while. At the age of a second, of two, of four and
   * so on, what was recorded until then is made safe from the death of this process, which else
   * leaves only how the run began.
   */
  public void checkpoint(long nowNanos) {
    if (nowNanos >= nextCheckpointAtNanos && !ended) {
      nextCheckpointAtNanos = 2 * nowNanos;
      registry.checkpoint(recorder);
    }
  }

  public void record(RunEvent event) {
    recorder.record(event);
  }

  /** The request is known, as far as it ever will be. */
  public void describe(RequestTap request) {
    describe(request.describe(downstreamStamp()), request.conversation());
  }

  /** As above, for a request that is no HTTP request of its own. */
  public void describe(RequestDescribed asks, @Nullable Conversation conversation) {
    try {
      recordDescription(asks, conversation);
    } catch (RuntimeException fault) {
      internalError(fault); // the request goes its way all the same
    }
  }

  /** Reports that a fault of the gateway itself showed while this was recorded. */
  public void internalError(Throwable fault) {
    registry.internalError(fault);
  }

  private void recordDescription(RequestDescribed asks, @Nullable Conversation conversation) {
    described = asks;
    record(asks);
    if (conversation != null) {
      record(
          new ConversationSeen(
              downstreamStamp(),
              conversation.whole().token(),
              conversation.messages(),
              correlationHeaders.unnamedClient()));
    }
    if (conversation != null || correlationHeaders.questionId() != null) {
      var match =
          registry
              .correlator()
              .correlate(handle, correlationHeaders, downstreamStamp(), asks, conversation);
      sentRequest = match.sent();
      if (match.link() != null) {
        record(match.link());
      }
    }
  }

  /** The request of the attempt before is that of the one at hand. */
  private RequestDescribed forThisAttempt(RequestDescribed one) {
    return one.at(downstreamStamp());
  }

  /** What would have become of its response is known, after its end. */
  public void shadowDrained(ShadowDrained drained) {
    handle.append(List.of(drained));
    registry.shadowDrained(id());
  }

  /** The run is over, and goes to the store. Only the first call has an effect. */
  public void end() {
    if (!ended) {
      ended = true;
      checkpointer.remove(this);
      recorder.end(Vantage.GATEWAY_UP);
      registry.end(recorder, handle, correlationHeaders.callerRun() != null, sentRequest);
    }
  }
}
