// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.ConnectionEvent.Connected;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.ResponseEvent.BodyBegan;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import org.jspecify.annotations.Nullable;

/** Reads the four clocks as they stood at one moment. */
final class ClockReader {

  private ClockReader() {}

  static Clocks at(long endNanos, AttemptEvents events) {
    long began = events.beganAtNanos();
    long lastByte = began;
    long lastContent = began;
    for (Seen<RunEvent> seen : events.all()) {
      lastByte = Math.max(lastByte, atMost(endNanos, byteAt(seen.event()), lastByte));
      lastContent = Math.max(lastContent, atMost(endNanos, contentAt(seen.event()), lastContent));
    }
    return new Clocks(
        endNanos - began,
        connectionAge(endNanos, events),
        endNanos - lastByte,
        endNanos - lastContent);
  }

  private static long atMost(long endNanos, long at, long otherwise) {
    return at <= endNanos ? at : otherwise;
  }

  /** When a byte from the provider's side is known to have arrived; -1 if the event shows none. */
  private static long byteAt(RunEvent event) {
    return switch (event) {
      case ResponseStarted head -> head.atNanos();
      case BodyBegan body -> body.atNanos();
      case ContentFlowed flow -> flow.lastAtNanos();
      case BodyEnded body -> body.bytes() > 0 ? body.lastByteAtNanos() : -1;
      default -> -1; // No other event carries a byte's time.
    };
  }

  private static long contentAt(RunEvent event) {
    return event instanceof ContentFlowed flow && flow.content() != Content.HEARTBEAT
        ? flow.lastAtNanos()
        : -1;
  }

  private static @Nullable Long connectionAge(long endNanos, AttemptEvents events) {
    Seen<ConnectionReused> reused = events.first(ConnectionReused.class);
    if (reused != null) {
      return reused.event().ageNanos() + endNanos - reused.event().atNanos();
    }
    Seen<Connected> connected = events.first(Connected.class);
    return connected == null ? null : Long.valueOf(endNanos - connected.event().atNanos());
  }
}
