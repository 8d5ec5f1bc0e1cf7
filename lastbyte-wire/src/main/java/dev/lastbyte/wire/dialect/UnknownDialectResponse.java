// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.wire.dialect.reader.ResponseBodyReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.error.ErrorField;
import dev.lastbyte.wire.error.ErrorObject;
import dev.lastbyte.wire.json.JsonPathScanner;
import dev.lastbyte.wire.sse.SseScanner;
import dev.lastbyte.wire.sse.SseSink;

/**
 * A good response in a dialect that is not followed: only an error in it is understood, since all
 * dialects put it at one of a few places. Nothing is said about content.
 */
final class UnknownDialectResponse implements ResponseBodyReader, SseSink {

  private final ResponseEventRecorder eventRecorder;
  private final ErrorObject error;
  private final JsonPathScanner<ErrorField> json;
  private final SseScanner events = new SseScanner(this);
  private final Media media;

  UnknownDialectResponse(Media media, ResponseEventRecorder eventRecorder) {
    this.media = media;
    this.eventRecorder = eventRecorder;
    this.error = eventRecorder.errorObject();
    this.json = new JsonPathScanner<>(ErrorObject.PATHS, error);
  }

  @Override
  public void read(byte[] bytes, int from, int to) {
    switch (media) {
      case EVENT_STREAM -> readEvents(bytes, from, to);
      case NDJSON -> readLines(bytes, from, to);
      case JSON, OTHER -> json.feed(bytes, from, to);
      case AWS_EVENT_STREAM, HTML -> {}
    }
  }

  private void readEvents(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      at = events.feed(bytes, at, to);
    }
  }

  private void readLines(byte[] bytes, int from, int to) {
    int start = from;
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n') {
        json.feed(bytes, start, at);
        documentEnded();
        start = at + 1;
      }
    }
    json.feed(bytes, start, to);
  }

  @Override
  public void data(byte[] bytes, int from, int to) {
    json.feed(bytes, from, to);
  }

  @Override
  public void event(byte[] name, int nameLength, long bytes) {
    documentEnded();
  }

  @Override
  public void heartbeat(long bytes) {}

  private void documentEnded() {
    if (error.isError() && json.isComplete()) {
      eventRecorder.failedInStream(error);
    }
    json.reset();
    error.clear();
  }

  /** An array that Google streams, or a last line, may never be closed. */
  @Override
  public void ended(boolean cut) {
    if (error.isError() && media != Media.EVENT_STREAM) {
      eventRecorder.failedInStream(error);
    }
  }
}
