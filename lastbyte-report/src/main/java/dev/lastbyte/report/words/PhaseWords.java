// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.facts.Phase;

/** How far an attempt had come, as the middle of a sentence. */
public final class PhaseWords {

  private PhaseWords() {}

  /** Completes "It ended ...". */
  public static String when(Phase phase) {
    return switch (phase) {
      case UNKNOWN -> "at a point that was not seen: nothing watched the wire";
      case PREPARE -> "before anything was dialled";
      case RESOLVE -> "while the provider's name was being looked up";
      case CONNECT -> "while the connection was being opened";
      case TLS -> "during the TLS handshake";
      case SEND -> "while the request was being sent";
      case AWAIT_HEADERS -> "after the whole request was sent and before any response";
      case AWAIT_FIRST_BYTE -> "after the response's headers and before its first body byte";
      case AWAIT_CONTENT -> "after heartbeats or lifecycle events, before any content";
      case REASONING -> "while the model was reasoning, before any visible text";
      case TEXT -> "in the middle of visible text";
      case TOOL_INPUT -> "in the middle of a tool call's arguments";
      case TOOL_READY -> "after a tool call was complete, before the response was";
      case SERVER_TOOL -> "while a tool of the provider's own was running or done";
      case TOOL_RUNNING -> "after a local tool had started";
      case TOOL_DONE -> "after a local tool had ended";
      case FINISHING -> "after the proof of a whole response, with the stream still open";
      case COMPLETE -> "at its proper end";
    };
  }
}
