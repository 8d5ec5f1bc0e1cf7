// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.wire.json.Ascii;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonScanner;
import dev.lastbyte.wire.sse.SseScanner;
import dev.lastbyte.wire.sse.SseSink;
import org.jspecify.annotations.Nullable;

/** An answer as server-sent events, each with a JSON object or the sentinel {@code [DONE]}. */
final class EventStream<F extends JsonPath> implements AnswerReader, SseSink {

  private static final byte[] SENTINEL = Ascii.bytes("[DONE]");

  private final Sightings sightings;
  private final EventReader<F> reader;
  private final Echo<F> echo;
  private final JsonScanner<F> json;
  private final SseScanner events = new SseScanner(this);
  private @Nullable Content echoable;
  private long eventBytes;
  private boolean begun;
  private boolean sentinel;
  private int matched;

  EventStream(EventReader<F> reader, Sightings sightings) {
    this.reader = reader;
    this.sightings = sightings;
    this.echo = new Echo<>(reader);
    this.json = new JsonScanner<>(reader.paths(), echo);
  }

  @Override
  public void read(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int end = events.isBetweenEvents() ? echo.end(bytes, at, to) : -1;
      if (end > 0) {
        sightings.flowed(echo.kind(), end - at);
        at = end;
      } else {
        at = readEvent(bytes, at, to);
      }
    }
  }

  private int readEvent(byte[] bytes, int from, int to) {
    boolean fromItsStart = events.isBetweenEvents();
    echo.reading();
    echoable = null;
    int end = events.feed(bytes, from, to);
    // What is larger began in an earlier slice; what is smaller had a comment before it; and what
    // ends with CR may have an LF to come.
    boolean wholeHere = fromItsStart && eventBytes == end - from && bytes[end - 1] == '\n';
    if (echoable != null && wholeHere) {
      echo.remember(echoable, bytes, from, end);
    }
    return end;
  }

  @Override
  public void data(byte[] bytes, int from, int to) {
    if (!begun) {
      begun = true;
      sentinel = bytes[from] == '[';
    }
    if (sentinel) {
      matchSentinel(bytes, from, to);
    } else {
      json.feed(bytes, from, to);
    }
  }

  /** What starts with the sentinel is the sentinel: so the SDKs read it. */
  private void matchSentinel(byte[] bytes, int from, int to) {
    for (int at = from; at < to && matched < SENTINEL.length; at++) {
      if (bytes[at] != SENTINEL[matched]) {
        sentinel = false;
        json.feed(SENTINEL, 0, matched);
        json.feed(bytes, at, to);
        return;
      }
      matched++;
    }
  }

  @Override
  public void event(byte[] name, int nameLength, long bytes) {
    Content kind = kindOf(name, nameLength);
    eventBytes = bytes;
    echoable = reader.canEcho(kind) ? kind : null;
    sightings.flowed(kind, bytes);
    begun = false;
    sentinel = false;
    matched = 0;
    json.reset();
    reader.reset();
  }

  private Content kindOf(byte[] name, int nameLength) {
    if (sentinel && matched == SENTINEL.length) {
      sightings.sentinel();
      return Content.LIFECYCLE;
    }
    if (!json.isComplete()) {
      sightings.malformed(Malformation.EVENT_DATA);
      return Content.LIFECYCLE;
    }
    return reader.complete(name, nameLength);
  }

  @Override
  public void heartbeat(long bytes) {
    sightings.flowed(Content.HEARTBEAT, bytes);
  }

  @Override
  public void ended(boolean cut) {
    // An event without its blank line never was one, and the end of a stream proves nothing.
  }
}
