// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.coding;

/**
 * Undoes one content coding, in slices of any size. Hands on what a slice stands for before it
 * returns, in pieces of bounded size, and keeps no more than the coding's own window. Used by one
 * thread at a time; of no use after it threw.
 */
public interface Decoder extends AutoCloseable {

  /**
   * Takes the next slice, {@code bytes[from..to)}. What follows the end of the encoded data is
   * passed over.
   *
   * @throws CodingException if the bytes are corrupt, or what {@code sink} throws
   */
  void decode(byte[] bytes, int from, int to, DecodedSink sink) throws CodingException;

  /** Whether the coding itself says that the data ended. */
  boolean isWhole();

  /** Gives the memory back that lies outside the heap. */
  @Override
  void close();
}
