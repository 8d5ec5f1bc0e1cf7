// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPaths;
import java.util.stream.Stream;

/**
 * A place in a document of a dialect, any of which may be an error instead: one of the reader's
 * own, or one of the error's. Where both look at one place it is the reader's.
 *
 * @param <F> the reader's enum of places
 */
public sealed interface ErrorPlace<F extends JsonPath> extends JsonPath {

  /** A place of the reader's own. */
  record OfReader<F extends JsonPath>(F field) implements ErrorPlace<F> {
    @Override
    public String paths() {
      return field.paths();
    }

    @Override
    public boolean isContent() {
      return field.isContent();
    }
  }

  /** A place of the error object. */
  record OfError<F extends JsonPath>(ErrorField field) implements ErrorPlace<F> {
    @Override
    public String paths() {
      return field.paths();
    }

    @Override
    public boolean isContent() {
      return field.isContent();
    }
  }

  /** The places of a reader and of the error that its documents may be, compiled. */
  static <F extends JsonPath> JsonPaths<ErrorPlace<F>> beside(F[] fields) {
    // The reader's come last, so that theirs count, and are found first.
    Stream<ErrorPlace<F>> ofError =
        Stream.of(ErrorField.values()).map(field -> new OfError<F>(field));
    Stream<ErrorPlace<F>> ofReader = Stream.of(fields).map(field -> new OfReader<F>(field));
    return JsonPaths.of(Stream.concat(ofError, ofReader).toList());
  }
}
