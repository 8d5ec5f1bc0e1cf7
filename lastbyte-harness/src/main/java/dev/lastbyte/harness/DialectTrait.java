// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

/** What some dialects have in common: the scenarios that fit a dialect follow from its traits. */
public enum DialectTrait {
  /** It is Chat Completions, in some provider's own way. */
  CHAT_COMPLETIONS,
  /** A request need not say that it wants a stream. */
  STREAMS_UNASKED,
  /** A stream is made of server-sent events. */
  SERVER_SENT_EVENTS,
  /** The provider, or a proxy before it, sends heartbeats. */
  HEARTBEATS,
  /**
   * A stream opens with an event that says nothing yet, and the arguments of a tool call come piece
   * by piece. Without it, a call comes whole in one event.
   */
  PARTIAL_TOOL_CALLS
}
