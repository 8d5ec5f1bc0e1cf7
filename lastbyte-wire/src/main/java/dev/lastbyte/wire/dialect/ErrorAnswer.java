// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.ErrorShape;
import dev.lastbyte.wire.error.ErrorBody;
import dev.lastbyte.wire.error.ErrorWords;
import dev.lastbyte.wire.http.ResponseHead;

/** The answer with a status of 400 or more, in whatever dialect. */
final class ErrorAnswer implements AnswerReader {

  private final boolean readable;
  private final Sightings sightings;
  private final ErrorWords words;
  private final ErrorBody body;

  /**
   * @param readable whether the body is not compressed
   */
  ErrorAnswer(ResponseHead head, boolean readable, Sightings sightings) {
    this.readable = readable;
    this.sightings = sightings;
    this.words = sightings.errorWords();
    this.body = new ErrorBody(head.status(), head.fields(), words);
  }

  @Override
  public void read(byte[] bytes, int from, int to) {
    if (readable) {
      body.read(bytes, from, to);
    }
  }

  @Override
  public void ended(boolean cut) {
    sightings.correlated(Correlation.REQUEST_ID, body.requestId());
    boolean seen = readable && !(cut && body.shape() == ErrorShape.EMPTY);
    sightings.errorBody(seen ? body.shape() : ErrorShape.UNKNOWN, body.signer());
    sightings.failed(words, body.failure(), false);
  }
}
