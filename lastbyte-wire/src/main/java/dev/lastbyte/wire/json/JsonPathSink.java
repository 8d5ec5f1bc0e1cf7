// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.json;

/**
 * Is told what stands at the places it asked for, in the order of the document.
 *
 * @param <F> the reader's enum of places
 */
public interface JsonPathSink<F> {

  /**
   * A string that is not content, a number, {@code true}, {@code false} or {@code null}.
   *
   * @param value good during this call only
   */
  void scalar(F field, JsonText value);

  /**
   * A piece, never empty, of a string that is content: as it stands on the wire, escapes and all.
   */
  void content(F field, byte[] bytes, int from, int to);

  /** An object or an array began. */
  void opened(F field);

  /** The object or the array ended. */
  void closed(F field);
}
