// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.ConnectionEvent.SocketState;
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt's use of a connection that had served before.
 *
 * @param seen the reuse itself
 * @param writtenAtNanos when the request's first byte was written on it, since the run began
 * @param roundTripNanos how long a round trip on it takes, or null if no dial of it was seen
 */
public record ConnectionReuse(
    Seen<ConnectionReused> seen, long writtenAtNanos, @Nullable Long roundTripNanos) {

  /** Taken for a round trip where none is known: more than a path within a continent has. */
  public static final Duration ASSUMED_ROUND_TRIP = Duration.ofMillis(150);

  /** What the machines at both ends may take besides the path. */
  public static final Duration SLACK = Duration.ofMillis(50);

  /** A far end's own idle timer does not close sooner. */
  public static final Duration SHORTEST_IDLE = Duration.ofMillis(500);

  static @Nullable ConnectionReuse in(AttemptEvents events) {
    Seen<ConnectionReused> seen = events.first(ConnectionReused.class);
    if (seen == null) {
      return null;
    }
    Seen<RequestBegan> began = events.first(RequestBegan.class);
    Long known = seen.event().roundTripNanos();
    return new ConnectionReuse(
        seen,
        began == null ? seen.event().atNanos() : began.event().atNanos(),
        known == null ? events.dialRoundTripNanos() : known);
  }

  /** Whether its end was already there when the socket was looked at before the request. */
  public boolean wasSeenDead() {
    return switch (seen.event().looked()) {
      case CLOSED, RESET -> true;
      case OPEN, UNKNOWN -> false;
    };
  }

  /** Whether the socket was looked at and nothing had ended it. */
  public boolean wasSeenOpen() {
    return seen.event().looked() == SocketState.OPEN;
  }

  /**
   * Whether a connection that had died while it was idle could show its end at that moment: a dead
   * one says so within a round trip of the first write.
   */
  public boolean couldShowItsEndAt(long atNanos) {
    long roundTrip = roundTripNanos == null ? ASSUMED_ROUND_TRIP.toNanos() : roundTripNanos;
    return seen.event().idleNanos() >= SHORTEST_IDLE.toNanos()
        && atNanos - writtenAtNanos <= roundTrip + SLACK.toNanos();
  }
}
