// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.wire.error.ErrorAwareSink;
import dev.lastbyte.wire.error.ErrorPlace;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPathScanner;

/**
 * A response as JSON documents one after the other: a line each, the elements of one array, or a
 * single one. Each counts with its last brace; what stands between them is counted to the next. A
 * line of nothing but blanks is a heartbeat.
 *
 * <p>After a document that is no JSON it goes on with the next line, or, within an array, with
 * nothing: it is unknown there where the next one begins.
 */
public final class JsonDocumentsResponse<F extends JsonPath> implements ResponseBodyReader {

  private static final byte[] NO_NAME = {};

  private enum Place {
    BETWEEN,
    INSIDE,
    LOST
  }

  private final ResponseEventRecorder eventRecorder;
  private final JsonEventReader<F> reader;
  private final JsonPathScanner<ErrorPlace<F>> json;
  private Place place = Place.BETWEEN;
  private boolean inArray;
  private boolean blankLine = true;
  private long size;

  public JsonDocumentsResponse(JsonEventReader<F> reader, ResponseEventRecorder eventRecorder) {
    this.reader = reader;
    this.eventRecorder = eventRecorder;
    this.json = new JsonPathScanner<>(reader.paths(), new ErrorAwareSink<>(reader, reader.error()));
  }

  @Override
  public void read(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int next =
          switch (place) {
            case BETWEEN -> between(bytes, at, to);
            case INSIDE -> inside(bytes, at, to);
            case LOST -> lost(bytes, at, to);
          };
      at = next;
    }
  }

  private int between(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isBetween(bytes[at])) {
      inArray |= bytes[at] == '[';
      size++;
      if (bytes[at++] == '\n' && !inArray) {
        lineEnded();
      }
    }
    if (at < to) {
      place = Place.INSIDE;
      blankLine = false;
    }
    return at;
  }

  private void lineEnded() {
    if (blankLine) {
      eventRecorder.flowed(Content.HEARTBEAT, size);
      size = 0;
    }
    blankLine = true;
  }

  private static boolean isBetween(byte b) {
    return switch (b) {
      case ' ', '\t', '\n', '\r', ',', '[', ']' -> true;
      default -> false;
    };
  }

  private int inside(byte[] bytes, int from, int to) {
    int at = json.feedDocument(bytes, from, to);
    size += at - from;
    if (json.isComplete()) {
      ended(reader.complete(NO_NAME, 0));
    } else if (json.isMalformed()) {
      eventRecorder.malformed(Malformation.EVENT_DATA);
      place = Place.LOST;
      // What broke it may be the end of the line itself.
      if (!inArray && at > from && bytes[at - 1] == '\n') {
        lostLineEnded();
      }
    }
    return at;
  }

  private int lost(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (inArray || bytes[at] != '\n')) {
      at++;
    }
    if (at == to) {
      size += to - from;
      return to;
    }
    size += at + 1 - from;
    lostLineEnded();
    return at + 1;
  }

  private void lostLineEnded() {
    ended(Content.LIFECYCLE);
    blankLine = true;
  }

  private void ended(Content kind) {
    eventRecorder.flowed(kind, size);
    size = 0;
    place = Place.BETWEEN;
    json.reset();
    reader.reset();
  }

  @Override
  public void ended(boolean cut) {
    // A document without its last brace never was one, and the end of a stream proves nothing.
  }
}
