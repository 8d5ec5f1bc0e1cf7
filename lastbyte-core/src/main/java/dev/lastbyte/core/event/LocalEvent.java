// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import java.util.List;

/** What the caller's own process did: its timers, its aborts, the errors it was handed. */
public sealed interface LocalEvent extends RunEvent {

  /**
   * A timer of the client's own fired and ended the attempt.
   *
   * @param thresholdNanos what it was set to, or 0 if not known
   */
  record TimerFired(Stamp stamp, TimerKind timer, long thresholdNanos) implements LocalEvent {}

  /**
   * A timer was looked at when the attempt failed, and had not fired.
   *
   * @param thresholdNanos what it was set to, or 0 if not known
   */
  record TimerQuiet(Stamp stamp, TimerKind timer, long thresholdNanos) implements LocalEvent {}

  /** Somebody asked for the attempt to end, and said who. */
  record AbortRequested(Stamp stamp, AbortSource source) implements LocalEvent {}

  /** The abort signal was looked at when the attempt failed. */
  record AbortChecked(Stamp stamp, boolean aborted) implements LocalEvent {}

  /**
   * The application was handed an error: a hint, never proof. Outermost first, at most 5 levels.
   */
  record ErrorSurfaced(Stamp stamp, List<ErrorLink> chain) implements LocalEvent {

    /** The longest chain kept. */
    public static final int MAX_LEVELS = 5;

    /** Keeps the outermost {@link #MAX_LEVELS} levels. */
    public ErrorSurfaced {
      chain = List.copyOf(chain.subList(0, Math.min(chain.size(), MAX_LEVELS)));
    }
  }

  /** Which of the client's own timers. */
  enum TimerKind implements Coded {
    CONNECT,
    HEADERS,
    FIRST_CONTENT,
    IDLE,
    TOTAL,
    TOOL
  }

  /** Who asked for an abort. */
  enum AbortSource implements Coded {
    USER,
    PARENT,
    LIFECYCLE,
    SUPERSEDED,
    LOOP_GUARD,
    BUDGET,
    /** An abort was asked for and nobody said by whom. */
    UNATTRIBUTED
  }
}
