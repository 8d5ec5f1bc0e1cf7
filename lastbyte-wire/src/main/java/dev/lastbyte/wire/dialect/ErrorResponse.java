// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.ErrorShape;
import dev.lastbyte.wire.dialect.reader.ResponseBodyReader;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.error.ErrorBody;
import dev.lastbyte.wire.error.ErrorDetails;
import dev.lastbyte.wire.http.ResponseHead;

/** The response with a status of 400 or more, in whatever dialect. */
final class ErrorResponse implements ResponseBodyReader {

  private final boolean readable;
  private final ResponseEventRecorder eventRecorder;
  private final ErrorDetails keywords;
  private final ErrorBody body;

  /**
   * @param readable whether the body is not compressed
   */
  ErrorResponse(ResponseHead head, boolean readable, ResponseEventRecorder eventRecorder) {
    this.readable = readable;
    this.eventRecorder = eventRecorder;
    this.keywords = eventRecorder.errorDetails();
    this.body = new ErrorBody(head.status(), head.fields(), keywords);
  }

  @Override
  public void read(byte[] bytes, int from, int to) {
    if (readable) {
      body.read(bytes, from, to);
    }
  }

  @Override
  public void ended(boolean cut) {
    eventRecorder.correlated(Correlation.REQUEST_ID, body.requestId());
    boolean seen = readable && !(cut && body.shape() == ErrorShape.EMPTY);
    eventRecorder.errorBody(seen ? body.shape() : ErrorShape.UNKNOWN, body.signer());
    eventRecorder.failed(keywords, body.failure(), false);
  }
}
