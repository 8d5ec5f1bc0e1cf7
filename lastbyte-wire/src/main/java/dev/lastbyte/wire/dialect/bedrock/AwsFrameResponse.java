// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.bedrock;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.wire.awsframe.FrameHeaders;
import dev.lastbyte.wire.awsframe.FrameScanner;
import dev.lastbyte.wire.awsframe.FrameSink;
import dev.lastbyte.wire.dialect.reader.ResponseBodyReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.error.ErrorAwareSink;
import dev.lastbyte.wire.error.ErrorPlace;
import dev.lastbyte.wire.json.JsonPathScanner;
import java.nio.charset.StandardCharsets;

/** A response of Bedrock as binary frames, each with a JSON object. */
final class AwsFrameResponse implements ResponseBodyReader, FrameSink {

  private final ResponseEventRecorder eventRecorder;
  private final ConverseStream reader;
  private final JsonPathScanner<ErrorPlace<ConverseStream.Field>> json;
  private final FrameScanner frames = new FrameScanner(this);
  private boolean hasPayload;

  AwsFrameResponse(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
    this.reader = new ConverseStream(eventRecorder);
    this.json = new JsonPathScanner<>(reader.paths(), new ErrorAwareSink<>(reader, reader.error()));
  }

  @Override
  public void read(byte[] bytes, int from, int to) {
    frames.feed(bytes, from, to);
  }

  @Override
  public void payload(byte[] bytes, int from, int to) {
    hasPayload = true;
    json.feed(bytes, from, to);
  }

  @Override
  public void errorMessage(byte[] bytes, int from, int to) {
    reader.errorMessage(bytes, from, to);
  }

  @Override
  public void frame(FrameHeaders headers, long bytes) {
    Content kind =
        switch (headers.messageType()) {
          case EVENT -> event(headers);
          case EXCEPTION, ERROR -> failure(headers);
        };
    eventRecorder.flowed(kind, bytes);
    hasPayload = false;
    json.reset();
    reader.reset();
  }

  private Content event(FrameHeaders headers) {
    if (hasPayload && !json.isComplete()) {
      eventRecorder.malformed(Malformation.EVENT_DATA);
      return Content.LIFECYCLE;
    }
    return reader.complete(headers.word(), headers.wordLength());
  }

  private Content failure(FrameHeaders headers) {
    reader.failed(new String(headers.word(), 0, headers.wordLength(), StandardCharsets.ISO_8859_1));
    return Content.LIFECYCLE;
  }

  @Override
  public void broken() {
    eventRecorder.malformed(Malformation.EVENT_FRAMING);
  }

  @Override
  public void ended(boolean cut) {
    // A frame without its last byte never was one, and the end of a stream proves nothing.
  }
}
