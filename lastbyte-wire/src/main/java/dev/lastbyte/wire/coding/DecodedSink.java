// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.coding;

/** Is handed what a decoder made of the bytes, and may stop it. */
@FunctionalInterface
public interface DecodedSink {

  /**
   * The next piece, never empty; good during this call only.
   *
   * @throws CodingException if it is to be the last one
   */
  void decoded(byte[] bytes, int from, int to) throws CodingException;
}
