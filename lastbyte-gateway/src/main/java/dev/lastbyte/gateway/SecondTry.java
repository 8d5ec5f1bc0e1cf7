// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.LifeEvent.RetryReason;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * An exchange's chance to ask once more instead of passing an error on: holds an answer back while
 * it may prove to be one, and sets out again where recovery is on and it is safe. Used on its event
 * loop only.
 */
final class SecondTry {

  private final Reach reach;
  private final RequestWay request;
  private final AnswerWay answer;
  private final Resend resend;
  private final HeldAnswer held = new HeldAnswer();

  SecondTry(Reach reach, RequestWay request, AnswerWay answer, Resend resend) {
    this.reach = reach;
    this.request = request;
    this.answer = answer;
    this.resend = resend;
  }

  /** Whether the request is sent again after a pause, on a new connection. */
  boolean begins(RetryReason why, Exchange exchange) {
    boolean again = reach.again(exchange, why);
    if (again) {
      held.drop();
      request.takeBack();
    }
    return again;
  }

  /** Whether what came last of the answer is to be held back. */
  boolean holdsBack() {
    return resend.isReady() && request.isThrough() && answer.mayBeError();
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
  @Nullable ByteBuf giveUp() {
    resend.forget();
    return held.take();
  }

  /** The exchange is over. */
  void over() {
    resend.forget();
    held.drop();
  }
}
