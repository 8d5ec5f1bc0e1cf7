// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.wire.error.ErrorObject;
import dev.lastbyte.wire.error.ErrorWords;
import dev.lastbyte.wire.json.JsonScanner;
import dev.lastbyte.wire.sse.SseScanner;
import dev.lastbyte.wire.sse.SseSink;

/**
 * A good answer in a dialect that is not followed: only an error in it is understood, since all
 * dialects put it at one of a few places. Nothing is said about content.
 */
final class ForeignAnswer implements AnswerReader, SseSink {

  private final Sightings sightings;
  private final ErrorWords words;
  private final ErrorObject error;
  private final JsonScanner<ErrorObject.Field> json;
  private final SseScanner events = new SseScanner(this);
  private final Media media;

  ForeignAnswer(Media media, Sightings sightings) {
    this.media = media;
    this.sightings = sightings;
    this.words = sightings.errorWords();
    this.error = new ErrorObject(words);
    this.json = new JsonScanner<>(ErrorObject.PATHS, error);
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
      sightings.failedInStream(words);
    }
    json.reset();
    error.clear();
  }

  /** An array that Google streams, or a last line, may never be closed. */
  @Override
  public void ended(boolean cut) {
    if (error.isError() && media != Media.EVENT_STREAM) {
      sightings.failedInStream(words);
    }
  }
}
