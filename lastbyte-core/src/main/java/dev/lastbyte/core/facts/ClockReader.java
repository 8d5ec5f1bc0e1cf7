// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.ConnectionEvent.Connected;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.ResponseEvent.BodyBegan;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.PieceArrived;
import org.jspecify.annotations.Nullable;

/** Reads the four clocks as they stood at one moment. */
final class ClockReader {

  private ClockReader() {}

  /** Bytes that are the end themselves do not break the silence that they end. */
  static Clocks at(Endings end, AttemptEvents events) {
    long endNanos = end.atNanos();
    long began = events.beganAtNanos();
    long lastByte = began;
    long lastContent = began;
    for (Seen<RunEvent> seen : events.all()) {
      if (isPartOf(end, seen)) {
        continue;
      }
      lastByte = Math.max(lastByte, atMost(endNanos, byteAt(seen.event()), lastByte));
      lastContent = Math.max(lastContent, atMost(endNanos, contentAt(seen.event()), lastContent));
    }
    return new Clocks(
        endNanos - began,
        connectionAge(endNanos, events),
        endNanos - lastByte,
        endNanos - lastContent);
  }

  private static boolean isPartOf(Endings end, Seen<RunEvent> seen) {
    return seen.id() >= end.id() && end.first() instanceof Ending.Refused;
  }

  private static long atMost(long endNanos, long at, long otherwise) {
    return at <= endNanos ? at : otherwise;
  }

  /** When a byte is known to have left for the provider or to have come; -1 if none is shown. */
  private static long byteAt(RunEvent event) {
    return switch (event) {
      case RequestBegan began -> began.atNanos();
      case RequestSent sent -> sent.atNanos();
      case ResponseStarted head -> head.atNanos();
      case BodyBegan body -> body.atNanos();
      case ContentFlowed flow -> flow.lastAtNanos();
      case PieceArrived piece -> piece.atNanos();
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
