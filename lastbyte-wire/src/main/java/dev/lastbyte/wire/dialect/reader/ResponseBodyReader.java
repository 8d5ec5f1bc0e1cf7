// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

/** Reads the payload of one response. */
public interface ResponseBodyReader {

  /** The next piece. */
  void read(byte[] bytes, int from, int to);

  /**
   * The body came to an end.
   *
   * @param cut whether it certainly ended too early
   */
  void ended(boolean cut);
}
