// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

/**
 * How far the journal is indexed.
 *
 * @param segment the number of the file in which the next record stands; 0 before the first
 * @param offset where in it, in bytes
 * @param session who wrote what was read last; empty before the first
 */
public record JournalPosition(long segment, long offset, String session) {

  /** Nothing is. */
  public static final JournalPosition START = new JournalPosition(0, 0, "");

  /** The beginning of another file. */
  public JournalPosition at(long segment) {
    return new JournalPosition(segment, 0, session);
  }
}
