// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Field;

/**
 * All that a provider says in one dialect, and what is asked of it: the streams, bodies, heads and
 * errors, and the requests of a client. One class for each dialect; immutable.
 */
public interface ProviderDialect {

  /** All of the usual visible text. */
  String ALL_TEXT = String.join("", DialectStream.TEXT);

  /** The events of a fresh response. */
  DialectStream stream();

  /** The media type of a stream. */
  default String streamType() {
    return "text/event-stream; charset=utf-8";
  }

  /** The header with the request's id. */
  Field requestId();

  /** The body of a response to a request that did not ask for a stream. */
  String wholeResponse();

  /** The body of a response that is an error from its status on. */
  String errorBody(ProviderError providerError);

  /** What that provider usually says when it gives up within a stream. */
  default ProviderError usualErrorInStream() {
    return ProviderError.SERVER_ERROR;
  }

  /**
   * The body of a request for a stream, with one local tool.
   *
   * @param what the words of the user
   * @param more further messages, as {@link #toolResult} makes them; empty for none
   */
  String question(String what, String more);

  /**
   * The messages with which a tool's result is posted.
   *
   * @param call the id of the call, which not every dialect has
   */
  String toolResult(String call);
}
