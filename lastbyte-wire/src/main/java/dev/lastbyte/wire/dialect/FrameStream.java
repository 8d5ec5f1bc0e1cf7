// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.wire.frame.FrameHeaders;
import dev.lastbyte.wire.frame.FrameScanner;
import dev.lastbyte.wire.frame.FrameSink;
import dev.lastbyte.wire.json.JsonScanner;
import java.nio.charset.StandardCharsets;

/** An answer of Bedrock as binary frames, each with a JSON object. */
final class FrameStream implements AnswerReader, FrameSink {

  private final Sightings sightings;
  private final ConverseStream reader;
  private final JsonScanner<ConverseStream.Field> json;
  private final FrameScanner frames = new FrameScanner(this);
  private boolean hasPayload;

  FrameStream(Sightings sightings) {
    this.sightings = sightings;
    this.reader = new ConverseStream(sightings);
    this.json = new JsonScanner<>(reader.paths(), reader);
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
    sightings.flowed(kind, bytes);
    hasPayload = false;
    json.reset();
    reader.reset();
  }

  private Content event(FrameHeaders headers) {
    if (hasPayload && !json.isComplete()) {
      sightings.malformed(Malformation.EVENT_DATA);
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
    sightings.malformed(Malformation.EVENT_FRAMING);
  }

  @Override
  public void ended(boolean cut) {
    // A frame without its last byte never was one, and the end of a stream proves nothing.
  }
}
