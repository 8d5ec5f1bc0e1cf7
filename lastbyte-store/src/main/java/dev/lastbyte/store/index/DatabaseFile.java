// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.journal.StoreHealth;
import dev.lastbyte.store.journal.StoreLayout;
import dev.lastbyte.store.journal.StoreLimits;
import dev.lastbyte.store.model.Retention;
import dev.lastbyte.store.model.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The database file, and what becomes of it when it is damaged.
 *
 * @param isWriter whether this process is the folder's writer, which begins a new database where
 *     one is damaged; a reader leaves that to a person
 */
public record DatabaseFile(
    Path path,
    StoreLimits limits,
    Retention retention,
    RunClock clock,
    StoreHealth health,
    boolean isWriter) {

  /** How many steps of letting runs go a reader waits for. */
  private static final int MOST_STEPS = 64;

  static DatabaseFile ofReader(StoreLayout layout, RunClock clock, StoreHealth health) {
    return new DatabaseFile(
        layout.database(), StoreLimits.NORMAL, Retention.ofAll(), clock, health, false);
  }

  public Database open() throws SQLException, StoreException {
    return Database.open(path, limits);
  }

  /** Lets go of runs that need not be kept, for a bounded time. */
  void prune(Database database) throws SQLException {
    prune(database, retention);
  }

  /** The same, keeping less. */
  public void prune(Database database, Retention less) throws SQLException {
    int steps = less.isOfAll() ? 0 : MOST_STEPS;
    while (steps > 0 && database.prune(less, clock.epochMillis()) > 0) {
      steps--;
    }
  }

  /** Whether the file is damaged, and ours to be moved aside. */
  public boolean mayReplace(SQLException why) {
    return isWriter && CorruptDatabase.isReportedBy(why);
  }

  /** Makes room for a new database. */
  public void moveAside() throws StoreException {
    Path aside = CorruptDatabase.moveAside(path, clock.epochMillis());
    health.note("the database was damaged and is now " + aside + "; a new one is begun");
  }
}
