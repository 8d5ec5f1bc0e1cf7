// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

/**
 * What a writer may use.
 *
 * @param waitingEvents the most events that wait in memory for the database, about 100 bytes each
 * @param databasePages the most pages of the database, 8 KiB each
 */
record Limits(long waitingEvents, long databasePages) {

  /** About 20 MB of memory, and SQLite's own largest file. */
  static final Limits NORMAL = new Limits(200_000, 4_294_967_294L);
}
