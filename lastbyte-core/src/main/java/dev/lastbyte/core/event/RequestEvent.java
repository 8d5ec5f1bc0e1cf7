// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import dev.lastbyte.core.privacy.Token;
import org.jspecify.annotations.Nullable;

/** What was asked, as far as diagnosis needs it, and how much of it left. */
public sealed interface RequestEvent extends RunEvent {

  /**
   * What the request's own body says of it.
   *
   * @param dialect the API spoken
   * @param model the model asked for, or null if not seen
   * @param streaming whether a stream was asked for
   * @param stores whether the provider keeps the response or goes on working without us
   * @param serverTools whether a tool that the provider executes itself was offered
   * @param toolsOffered how many tools were offered
   * @param toolResults how many tool results the request carries back
   */
  record RequestDescribed(
      Stamp stamp,
      Dialect dialect,
      @Nullable Token model,
      Known streaming,
      Known stores,
      Known serverTools,
      int toolsOffered,
      int toolResults)
      implements RequestEvent {}

  /** The first byte of the request was handed to the connection. */
  record RequestBegan(Stamp stamp) implements RequestEvent {}

  /**
   * How much of the request had been handed to the connection at this moment. Recorded where an
   * upload ends early, not for every piece of it.
   *
   * @param bytes so far, head included
   */
  record RequestProgressed(Stamp stamp, long bytes) implements RequestEvent {}

  /**
   * The last byte of the request was handed to the connection.
   *
   * @param bytes the whole request as sent, head included
   */
  record RequestSent(Stamp stamp, long bytes) implements RequestEvent {}
}
