// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.responses;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.error.ErrorAwareSink;
import dev.lastbyte.wire.error.ErrorPlace;
import dev.lastbyte.wire.json.JsonPathScanner;

/** One Responses stream whose events come as messages, each of them a JSON object. */
public final class ResponsesMessages {

  private static final byte[] NO_NAME = {};

  private final ResponseEventRecorder eventRecorder;
  private final ResponsesStream reader;
  private final JsonPathScanner<ErrorPlace<ResponsesStream.Field>> json;
  private boolean begun;

  /** Messages of one response. */
  public ResponsesMessages(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
    this.reader = new ResponsesStream(eventRecorder);
    this.json = new JsonPathScanner<>(reader.paths(), new ErrorAwareSink<>(reader, reader.error()));
  }

  /** Takes the next piece of a message. */
  public void read(byte[] bytes, int from, int to) {
    json.feed(bytes, from, to);
  }

  /**
   * The message is whole.
   *
   * @param bytes its size on the wire
   * @return whether it was the last one of the response
   */
  public boolean messageEnded(long bytes) {
    Content meaning = meaning();
    // An error that is all that comes is a response, as a status would be, and no stream's life.
    if (begun || !reader.hasFailed()) {
      eventRecorder.flowed(meaning, bytes);
    }
    begun = true;
    json.reset();
    reader.reset();
    return reader.isOver();
  }

  /** Whether an error said that the connection ends with the response. */
  public boolean endsConnection() {
    return reader.endsConnection();
  }

  private Content meaning() {
    if (json.isComplete()) {
      return reader.complete(NO_NAME, 0);
    }
    eventRecorder.malformed(Malformation.EVENT_DATA);
    return Content.LIFECYCLE;
  }

  /** The peer showed that it is alive, and nothing else. */
  public void heartbeat(long bytes) {
    eventRecorder.flowed(Content.HEARTBEAT, bytes);
  }
}
