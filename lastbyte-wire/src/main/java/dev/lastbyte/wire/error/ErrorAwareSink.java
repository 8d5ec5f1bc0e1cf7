// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPathSink;
import dev.lastbyte.wire.json.JsonText;

/**
 * Gives what stands at a reader's places to the reader, and what stands at those of an error to the
 * error.
 *
 * @param <F> the reader's enum of places
 */
public final class ErrorAwareSink<F extends JsonPath> implements JsonPathSink<ErrorPlace<F>> {

  private final JsonPathSink<F> reader;
  private final ErrorObject error;

  /** Deals between both. */
  public ErrorAwareSink(JsonPathSink<F> reader, ErrorObject error) {
    this.reader = reader;
    this.error = error;
  }

  @Override
  public void scalar(ErrorPlace<F> place, JsonText value) {
    switch (place) {
      case ErrorPlace.OfReader<F> own -> reader.scalar(own.field(), value);
      case ErrorPlace.OfError<F> errors -> error.scalar(errors.field(), value);
    }
  }

  @Override
  public void content(ErrorPlace<F> place, byte[] bytes, int from, int to) {
    switch (place) {
      case ErrorPlace.OfReader<F> own -> reader.content(own.field(), bytes, from, to);
      case ErrorPlace.OfError<F> errors -> error.content(errors.field(), bytes, from, to);
    }
  }

  @Override
  public void opened(ErrorPlace<F> place) {
    switch (place) {
      case ErrorPlace.OfReader<F> own -> reader.opened(own.field());
      case ErrorPlace.OfError<F> errors -> error.opened(errors.field());
    }
  }

  @Override
  public void closed(ErrorPlace<F> place) {
    switch (place) {
      case ErrorPlace.OfReader<F> own -> reader.closed(own.field());
      case ErrorPlace.OfError<F> errors -> error.closed(errors.field());
    }
  }
}
