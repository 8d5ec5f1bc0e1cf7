// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonScanner;

/** An answer as one JSON document. It counts when all of it arrived: nobody reads half of one. */
final class JsonAnswer<F extends JsonPath> implements AnswerReader {

  private static final byte[] NO_NAME = {};

  private final Sightings sightings;
  private final EventReader<F> reader;
  private final JsonScanner<F> json;
  private long bytes;

  JsonAnswer(EventReader<F> reader, Sightings sightings) {
    this.reader = reader;
    this.sightings = sightings;
    this.json = new JsonScanner<>(reader.paths(), reader);
  }

  @Override
  public void read(byte[] source, int from, int to) {
    bytes += to - from;
    json.feed(source, from, to);
  }

  @Override
  public void ended(boolean cut) {
    if (json.isComplete()) {
      sightings.flowed(reader.complete(NO_NAME, 0), bytes);
    } else if (!cut) {
      sightings.malformed(Malformation.EVENT_DATA);
    }
  }
}
