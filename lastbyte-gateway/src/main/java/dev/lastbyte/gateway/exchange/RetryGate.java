// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.core.event.LifeEvent.RetryReason;
import dev.lastbyte.core.event.LifeEvent.RetryScheduled;
import dev.lastbyte.gateway.recording.RecordedRun;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An exchange's chance to send its request once more instead of passing an error on: holds a
 * response back while it may prove to be one, and begins another attempt where recovery is on and
 * it is safe. Used on its event loop only.
 */
final class RetryGate {

  private final EventLoop loop;
  private final RecordedRun run;
  private final RequestPipe request;
  private final ResponsePipe response;
  private final ReplayBuffer replayBuffer;
  private final HeldResponse held = new HeldResponse();
  private @Nullable Future<?> pause;

  RetryGate(
      EventLoop loop,
      RecordedRun run,
      RequestPipe request,
      ResponsePipe response,
      ReplayBuffer replayBuffer) {
    this.loop = loop;
    this.run = run;
    this.request = request;
    this.response = response;
    this.replayBuffer = replayBuffer;
  }

  /**
   * Decides whether the request is sent again, after a pause and on a new connection.
   *
   * @param reason what made it try again
   * @param afterPause runs when the pause is over, unless this is closed before
   * @return whether the request is sent again
   */
  boolean tryRetry(RetryReason reason, Runnable afterPause) {
    Duration delay = replayBuffer.retryDelay(run, ThreadLocalRandom.current().nextDouble());
    if (delay == null) {
      return false;
    }
    run.record(new RetryScheduled(run.upstreamStamp(), reason, delay.toNanos()));
    pause = loop.schedule(afterPause, delay.toNanos(), TimeUnit.NANOSECONDS);
    held.discard();
    request.requeue();
    return true;
  }

  /** Whether what came last of the response is to be held back. */
  boolean isHoldingBack() {
    return replayBuffer.isReady() && request.isDelivered() && response.mayBeError();
  }

  /**
   * Takes over bytes of an error.
   *
   * @return whether there is room for more, should more be to come
   */
  boolean hold(ByteBuf bytes) {
    return held.add(bytes);
  }

  /**
   * The request is not sent again: the client gets what there is of the response, so that no other
   * one can take its place.
   *
   * @return the bytes that were held back, now the caller's; null if nothing was
   */
  @Nullable ByteBuf takeHeld() {
    replayBuffer.discard();
    return held.take();
  }

  /** The exchange is over: nothing is sent again, and a pause ends in nothing. */
  void close() {
    if (pause != null) {
      pause.cancel(false);
    }
    replayBuffer.discard();
    held.discard();
  }
}
