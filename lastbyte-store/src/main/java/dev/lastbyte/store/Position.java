// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

/**
 * How far the journal is indexed.
 *
 * @param segment the number of the file in which the next record stands; 0 before the first
 * @param offset where in it, in bytes
 * @param session who wrote what was read last; empty before the first
 */
record Position(long segment, long offset, String session) {

  /** Nothing is. */
  static final Position START = new Position(0, 0, "");

  /** The beginning of another file. */
  Position at(long segment) {
    return new Position(segment, 0, session);
  }
}
