// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.privacy.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caller's own process did: its timers, its aborts, the errors it was handed. */
public sealed interface LocalEvent extends RunEvent {

  /**
   * A timer of the client's own fired and ended the attempt.
   *
   * @param thresholdNanos what it was set to, or 0 if not known
   */
  record TimerFired(Stamp stamp, TimerKind timer, long thresholdNanos) implements LocalEvent {}

  /**
   * A timer was set.
   *
   * @param thresholdNanos what it was set to
   * @param source who set it so
   */
  record TimerArmed(Stamp stamp, TimerKind timer, long thresholdNanos, TimerSource source)
      implements LocalEvent {}

  /**
   * A timer was looked at when the attempt failed, and had not fired.
   *
   * @param thresholdNanos what it was set to, or 0 if not known
   */
  record TimerQuiet(Stamp stamp, TimerKind timer, long thresholdNanos) implements LocalEvent {}

  /**
   * The attempt was asked to end.
   *
   * @param source who
   * @param why the reason that was given, or null if none was or it was not fit to keep
   * @param from the place in the program that asked, or null
   */
  record AbortRequested(Stamp stamp, AbortSource source, @Nullable Token why, @Nullable Token from)
      implements LocalEvent {

    /** What is a long random string is neither a reason nor a place, and is not kept. */
    public AbortRequested {
      why = Word.orNull(why);
      from = Word.orNull(from);
    }
  }

  /** The client could not even begin: no byte of the request can have left. */
  record SetupFailed(Stamp stamp, SetupFailure why) implements LocalEvent {}

  /** The application showed the person what had arrived so far. */
  record OutputShown(Stamp stamp) implements LocalEvent {}

  /** The application took back what it had shown. */
  record OutputRetracted(Stamp stamp) implements LocalEvent {}

  /** The abort signal was looked at when the attempt failed. */
  record AbortChecked(Stamp stamp, boolean aborted) implements LocalEvent {}

  /**
   * The application was handed an error: a hint, never proof. Outermost first, at most 5 levels.
   *
   * @param retryable whether the application itself holds that trying again may help
   */
  record ErrorSurfaced(Stamp stamp, List<ErrorLink> chain, Known retryable) implements LocalEvent {

    /** The longest chain kept. */
    public static final int MAX_LEVELS = 5;

    /** Keeps the outermost {@link #MAX_LEVELS} levels. */
    public ErrorSurfaced {
      chain = List.copyOf(chain.subList(0, Math.min(chain.size(), MAX_LEVELS)));
    }

    /** An error of which the application does not say whether it is final. */
    public ErrorSurfaced(Stamp stamp, List<ErrorLink> chain) {
      this(stamp, chain, Known.UNKNOWN);
    }
  }

  /** Who set a timer to its value. */
  enum TimerSource implements Coded {
    LIBRARY_DEFAULT,
    CONFIGURATION,
    CALLER,
    UNKNOWN
  }

  /** Why a client could not begin. */
  enum SetupFailure implements Coded {
    CONFIGURATION,
    PREPARATION,
    /** Its connection pool had no connection to give in time. */
    POOL_TIMEOUT,
    RETRY_BUDGET,
    BREAKER_OPEN
  }

  /** Which of the client's own timers. */
  enum TimerKind implements Coded {
    CONNECT,
    HEADERS,
    FIRST_CONTENT,
    IDLE,
    TOTAL,
    TOOL,
    /** The wait for the response to a ping of this side's own: HTTP/2's, gRPC's, a WebSocket's. */
    PING
  }

  /** Who asked for an abort. */
  enum AbortSource implements Coded {
    USER,
    PARENT,
    LIFECYCLE,
    SUPERSEDED,
    LOOP_GUARD,
    BUDGET,
    /** An abort was asked for, and its source was not told. */
    UNATTRIBUTED
  }
}
