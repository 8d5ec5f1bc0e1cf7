// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunClock;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The database file, and what becomes of it when it is damaged.
 *
 * @param isOwn whether this process is the folder's writer, which begins a new database where one
 *     is damaged; a reader leaves that to a person
 */
record DatabaseFile(
    Path path, Limits limits, Retention keep, RunClock clock, Trouble trouble, boolean isOwn) {

  /** How many steps of letting runs go a reader waits for. */
  private static final int MOST_STEPS = 64;

  static DatabaseFile ofReader(Folder folder, RunClock clock, Trouble trouble) {
    return new DatabaseFile(
        folder.database(), Limits.NORMAL, Retention.ofAll(), clock, trouble, false);
  }

  Database open() throws SQLException, StoreException {
    return Database.open(path, limits);
  }

  /** Lets go of runs that need not be kept, for a bounded time. */
  void prune(Database database) throws SQLException {
    prune(database, keep);
  }

  /** The same, keeping less. */
  void prune(Database database, Retention less) throws SQLException {
    int steps = less.isOfAll() ? 0 : MOST_STEPS;
    while (steps > 0 && database.prune(less, clock.epochMillis()) > 0) {
      steps--;
    }
  }

  /** Whether the file is damaged, and ours to be moved aside. */
  boolean mayReplace(SQLException why) {
    return isOwn && Damage.isIn(why);
  }

  /** Makes room for a new database. */
  void moveAside() throws StoreException {
    Path aside = Damage.moveAside(path, clock.epochMillis());
    trouble.note("the database was damaged and is now " + aside + "; a new one is begun");
  }
}
