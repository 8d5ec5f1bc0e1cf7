// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.bedrock;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Opacity;
import dev.lastbyte.wire.dialect.anthropic.AnthropicStream;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.error.ErrorAwareSink;
import dev.lastbyte.wire.error.ErrorPlace;
import dev.lastbyte.wire.json.JsonPathScanner;

/**
 * The events of a model's vendor, as Bedrock's InvokeModelWithResponseStream wraps them: each the
 * Base64 of one JSON document. Anthropic's are followed; the first one tells whose they are.
 */
final class InvokedModelStream {

  private static final byte[] NO_NAME = {};

  private final ResponseEventRecorder eventRecorder;
  private final AnthropicStream events;
  private final JsonPathScanner<ErrorPlace<AnthropicStream.Field>> json;
  private final Base64Decoder base64;
  private boolean known;
  private boolean foreign;

  InvokedModelStream(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
    this.events = new AnthropicStream(eventRecorder);
    this.json = new JsonPathScanner<>(events.paths(), new ErrorAwareSink<>(events, events.error()));
    this.base64 = new Base64Decoder(json::feed);
  }

  /** A piece of an event, as it stands on the wire. */
  void read(byte[] bytes, int from, int to) {
    if (!foreign) {
      base64.feed(bytes, from, to);
    }
  }

  /** The event that was read is whole: reports what it said. */
  Content complete() {
    base64.end();
    Content kind = foreign ? Content.LIFECYCLE : meaning();
    json.reset();
    events.reset();
    return kind;
  }

  private Content meaning() {
    if (!json.isComplete()) {
      eventRecorder.malformed(Malformation.EVENT_DATA);
      return Content.LIFECYCLE;
    }
    known |= events.knowsType();
    if (!known) {
      foreign = true;
      eventRecorder.opaque(Opacity.UNKNOWN_DIALECT);
      return Content.LIFECYCLE;
    }
    return events.complete(NO_NAME, 0);
  }
}
