// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.core.event.LifeEvent.RetryReason;
import dev.lastbyte.gateway.upstream.UpstreamConnector;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * An exchange's chance to ask once more instead of passing an error on: holds an answer back while
 * it may prove to be one, and sets out again where recovery is on and it is safe. Used on its event
 * loop only.
 */
final class RetryGate {

  private final UpstreamConnector connector;
  private final RequestPipe request;
  private final ResponsePipe response;
  private final ReplayBuffer replayBuffer;
  private final HeldResponse held = new HeldResponse();

  RetryGate(
      UpstreamConnector connector,
      RequestPipe request,
      ResponsePipe response,
      ReplayBuffer replayBuffer) {
    this.connector = connector;
    this.request = request;
    this.response = response;
    this.replayBuffer = replayBuffer;
  }

  /** Whether the request is sent again after a pause, on a new connection. */
  boolean tryRetry(RetryReason reason, Exchange exchange) {
    boolean again = connector.scheduleRetry(exchange, reason);
    if (again) {
      held.discard();
      request.requeue();
    }
    return again;
  }

  /** Whether what came last of the answer is to be held back. */
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
   * There is none: the client gets what there is of the answer, so that no other one can take its
   * place.
   *
   * @return what was held back, now the caller's; null if nothing was
   */
  @Nullable ByteBuf takeHeld() {
    replayBuffer.discard();
    return held.take();
  }

  /** The exchange is over. */
  void close() {
    replayBuffer.discard();
    held.discard();
  }
}
