// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.facts.Phase;

/** Where a run failed, in one word for a person. Exactly one per run. */
public enum Headline implements Coded {
  BEFORE_CONNECTION,
  /** Connected, and nothing visible yet. */
  EARLY_STREAM,
  MID_GENERATION,
  /** A tool had started or finished. */
  TOOL_SIDE_EFFECT,
  LOCAL_ABORT,
  WATCHDOG,
  PROVIDER_ERROR,
  NONE,
  /** Nothing says whether it failed at all. */
  UNDETERMINED,
  /** What it failed of, or how far it had come, is not known. */
  UNKNOWN;

  /** The headline of a cause at a phase. */
  public static Headline of(Cause cause, Phase phase) {
    return switch (cause.group()) {
      case NONE -> cause == Cause.NONE ? NONE : UNKNOWN;
      case LOCAL, NET -> BEFORE_CONNECTION;
      case HTTP, PROVIDER, POLICY -> PROVIDER_ERROR;
      case ABORT -> LOCAL_ABORT;
      case WATCHDOG -> WATCHDOG;
      case TOOL -> TOOL_SIDE_EFFECT;
      case STREAM -> cause == Cause.STREAM_LATE_CLOSE ? NONE : of(phase);
      // What a process recorded before it died says little of how far it went.
      case HOST -> cause == Cause.HOST_PROCESS_LOST ? UNKNOWN : of(phase);
      case CONN, SEND, WAIT, PROTO -> of(phase);
    };
  }

  private static Headline of(Phase phase) {
    return switch (phase) {
      case UNKNOWN -> UNKNOWN;
      case PREPARE, RESOLVE, CONNECT, TLS -> BEFORE_CONNECTION;
      case SEND, AWAIT_HEADERS, AWAIT_FIRST_BYTE, AWAIT_CONTENT, REASONING -> EARLY_STREAM;
      case TEXT, TOOL_INPUT, TOOL_READY, FINISHING, COMPLETE -> MID_GENERATION;
      case SERVER_TOOL, TOOL_RUNNING, TOOL_DONE -> TOOL_SIDE_EFFECT;
    };
  }
}
