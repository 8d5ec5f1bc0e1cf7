// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.wire.error.ErrorAwareSink;
import dev.lastbyte.wire.error.ErrorPlace;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPathScanner;

/**
 * A response as one JSON document. It counts when all of it arrived: clients read no half of one.
 */
public final class JsonResponse<F extends JsonPath> implements ResponseBodyReader {

  private static final byte[] NO_NAME = {};

  private final ResponseEventRecorder eventRecorder;
  private final JsonEventReader<F> reader;
  private final JsonPathScanner<ErrorPlace<F>> json;
  private long bytes;

  public JsonResponse(JsonEventReader<F> reader, ResponseEventRecorder eventRecorder) {
    this.reader = reader;
    this.eventRecorder = eventRecorder;
    this.json = new JsonPathScanner<>(reader.paths(), new ErrorAwareSink<>(reader, reader.error()));
  }

  @Override
  public void read(byte[] source, int from, int to) {
    bytes += to - from;
    json.feed(source, from, to);
  }

  @Override
  public void ended(boolean cut) {
    if (json.isComplete()) {
      eventRecorder.flowed(reader.complete(NO_NAME, 0), bytes);
    } else if (!cut) {
      eventRecorder.malformed(Malformation.EVENT_DATA);
    }
  }
}
