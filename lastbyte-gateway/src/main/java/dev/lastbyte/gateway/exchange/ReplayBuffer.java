// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.recovery.Recovery;
import dev.lastbyte.core.recovery.RetrySafety;
import dev.lastbyte.core.recovery.RetryVerdict;
import dev.lastbyte.gateway.recording.RecordedRun;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to send a request again: its bytes, and the judgement that it is safe. Lets go of
 * the bytes as soon as the first one of a response came. Used on its event loop only.
 */
final class ReplayBuffer {

  /** A larger request is not kept, and so not sent again. */
  static final int MAX_BYTES = 16 * 1024 * 1024;

  private final RetryLimits limits;
  private @Nullable CompositeByteBuf sent;

  ReplayBuffer(RetryLimits limits) {
    this.limits = limits;
    this.sent = limits.isOn() ? Unpooled.compositeBuffer(Integer.MAX_VALUE) : null;
  }

  /** Keeps bytes that are about to be sent. */
  void append(ByteBuf bytes) {
    if (sent != null && sent.readableBytes() + bytes.readableBytes() > MAX_BYTES) {
      discard();
    }
    if (sent != null) {
      sent.addComponent(true, bytes.retainedSlice());
    }
  }

  /** Whether the request can be sent again. */
  boolean isReady() {
    return sent != null;
  }

  /** The bytes, to be sent again, and kept again when they are. */
  CompositeByteBuf take() {
    CompositeByteBuf all = sent;
    if (all == null) {
      throw new IllegalStateException("asked for what is not kept");
    }
    sent = Unpooled.compositeBuffer(Integer.MAX_VALUE);
    return all;
  }

  /** Nothing is to be sent again. */
  void discard() {
    if (sent != null) {
      sent.release();
      sent = null;
    }
  }

  /**
   * How long to wait before the request is sent again, or null if it must not be.
   *
   * @param jitter from 0 to 1, how much of the pause's random share to take
   */
  @Nullable Duration retryDelay(RecordedRun run, double jitter) {
    if (sent == null) {
      return null;
    }
    RunFacts facts = RunFacts.of(run.recorder().log());
    Diagnosis diagnosis = Diagnoser.diagnose(facts);
    RetryVerdict verdict = RetryVerdict.of(facts, diagnosis, limits.policy());
    boolean left = run.attempt() < limits.maxAttempts();
    if (!left || verdict.safety() != RetrySafety.SAFE_AUTO_RETRY) {
      return null;
    }
    Duration pause = delayOf(verdict.recovery(), jitter);
    boolean inTime = pause != null && run.now() + pause.toNanos() <= limits.retryWindow().toNanos();
    return inTime ? pause : null;
  }

  /** The pause before the request is sent again, or null if that is not what is to be done. */
  private static @Nullable Duration delayOf(Recovery recovery, double jitter) {
    return switch (recovery) {
      case Recovery.Replay replay -> delay(replay.after(), replay.jitter(), jitter);
      case Recovery.Wait wait -> delay(wait.atLeast(), wait.jitter(), jitter);
      case Recovery.NotNeeded none -> null;
      case Recovery.Reconnect other -> null;
      case Recovery.Reconcile other -> null;
      case Recovery.Continue other -> null;
      case Recovery.RefreshCredential other -> null;
      case Recovery.Confirm other -> null;
      case Recovery.Stop other -> null;
    };
  }

  private static Duration delay(Duration atLeast, Duration random, double jitter) {
    return atLeast.plusNanos((long) (random.toNanos() * jitter));
  }
}
