// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.wire.error.ErrorObject;
import dev.lastbyte.wire.error.ErrorPlace;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPathSink;
import dev.lastbyte.wire.json.JsonPaths;

/**
 * Reads the JSON documents of one response, one event of a stream each, or the only one of a body.
 * It notes what a document says, and reports it when all of the document arrived.
 *
 * @param <F> the places it looks at
 */
public interface JsonEventReader<F extends JsonPath> extends JsonPathSink<F> {

  /** The places it looks at, and those of an error. */
  JsonPaths<ErrorPlace<F>> paths();

  /** The error that the document may be, or hold; cleared with {@link #reset}. */
  ErrorObject error();

  /**
   * A whole document arrived: reports what it said.
   *
   * @param name bytes of the event's name, which may say what the document does not
   * @param nameLength how many of them; 0 without a name
   * @return what kind of piece the event was
   */
  Content complete(byte[] name, int nameLength);

  /**
   * Whether an event that differs from the last one, a piece of that kind, in its content only
   * means the same, so that to read it again would change nothing.
   */
  boolean canSkipRepeated(Content kind);

  /** Forgets what the last document said. */
  void reset();
}
