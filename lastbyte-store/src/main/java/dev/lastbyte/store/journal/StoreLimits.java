// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

/**
 * What a writer may use.
 *
 * @param segmentBytes the size of a file of the journal; a larger record gets a larger one
 * @param waitingBytes the most bytes of records that wait in memory for room in the journal
 * @param databasePages the most pages of the database, 8 KiB each
 */
public record StoreLimits(int segmentBytes, long waitingBytes, long databasePages) {

  /** 1 MiB, 16 MiB of memory, and SQLite's own largest file. */
  public static final StoreLimits NORMAL =
      new StoreLimits(1024 * 1024, 16L * 1024 * 1024, 4_294_967_294L);
}
