// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.wire.error.ErrorAwareSink;
import dev.lastbyte.wire.error.ErrorPlace;
import dev.lastbyte.wire.json.Ascii;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPathScanner;
import dev.lastbyte.wire.sse.SseScanner;
import dev.lastbyte.wire.sse.SseSink;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A response as server-sent events, each with a JSON object or the sentinel {@code [DONE]}. */
public final class SseResponse<F extends JsonPath> implements ResponseBodyReader, SseSink {

  private static final byte[] SENTINEL = Ascii.bytes("[DONE]");

  /** The event's name that says that it failed, whatever its data look like: text, or no error. */
  private static final byte[] ERROR = Ascii.bytes("error");

  private final ResponseEventRecorder eventRecorder;
  private final JsonEventReader<F> reader;
  private final RepeatedEventDetector<F> repeated;
  private final JsonPathScanner<ErrorPlace<F>> json;
  private final SseScanner events = new SseScanner(this);
  private @Nullable Content echoable;
  private long eventBytes;
  private boolean begun;
  private boolean sentinel;
  private int matched;

  public SseResponse(JsonEventReader<F> reader, ResponseEventRecorder eventRecorder) {
    this.reader = reader;
    this.eventRecorder = eventRecorder;
    this.repeated = new RepeatedEventDetector<>(reader);
    this.json =
        new JsonPathScanner<>(reader.paths(), new ErrorAwareSink<>(repeated, reader.error()));
  }

  @Override
  public void read(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int end = events.isBetweenEvents() ? repeated.end(bytes, at, to) : -1;
      if (end > 0) {
        eventRecorder.flowed(repeated.kind(), end - at);
        at = end;
      } else {
        at = readEvent(bytes, at, to);
      }
    }
  }

  private int readEvent(byte[] bytes, int from, int to) {
    boolean fromItsStart = events.isBetweenEvents();
    repeated.reading();
    echoable = null;
    int end = events.feed(bytes, from, to);
    // What is larger began in an earlier slice; what is smaller had a comment before it; and what
    // ends with CR may have an LF to come.
    boolean wholeHere = fromItsStart && eventBytes == end - from && bytes[end - 1] == '\n';
    if (echoable != null && wholeHere) {
      repeated.remember(echoable, bytes, from, end);
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
    boolean repeatable = !reader.error().isError() && reader.canSkipRepeated(kind);
    echoable = repeatable ? kind : null;
    eventRecorder.flowed(kind, bytes);
    begun = false;
    sentinel = false;
    matched = 0;
    json.reset();
    reader.reset();
  }

  private Content kindOf(byte[] name, int nameLength) {
    if (sentinel && matched == SENTINEL.length) {
      eventRecorder.sentinel();
      return Content.LIFECYCLE;
    }
    boolean isError = Arrays.equals(name, 0, nameLength, ERROR, 0, ERROR.length);
    Content kind = Content.LIFECYCLE;
    if (json.isComplete()) {
      kind = reader.complete(name, nameLength);
    } else if (!isError) {
      eventRecorder.malformed(Malformation.EVENT_DATA);
    }
    if (isError) {
      eventRecorder.failedInWords();
    }
    return kind;
  }

  @Override
  public void heartbeat(long bytes) {
    eventRecorder.flowed(Content.HEARTBEAT, bytes);
  }

  @Override
  public void ended(boolean cut) {
    // An event without its blank line never was one, and the end of a stream proves nothing.
  }
}
