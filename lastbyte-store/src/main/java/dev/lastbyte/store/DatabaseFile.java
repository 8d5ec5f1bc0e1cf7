// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunClock;
import java.nio.file.Path;
import java.sql.SQLException;

/** The database file, and what becomes of it when it is damaged. */
record DatabaseFile(Path path, Limits limits, Retention keep, RunClock clock, Trouble trouble) {

  /** The database; a new one if the file is damaged, which is moved aside. */
  Database open() throws SQLException, StoreException {
    try {
      return Database.open(path, limits);
    } catch (SQLException e) {
      if (Damage.isIn(e)) {
        moveAside();
        return Database.open(path, limits);
      }
      throw e;
    }
  }

  /**
   * Lets go of some runs that need not be kept.
   *
   * @return how many went; 0 if all that are left may stay
   */
  int prune(Database database) throws SQLException {
    return keep.isOfAll() ? 0 : database.prune(keep, clock.epochMillis());
  }

  /** Makes room for a new database. */
  void moveAside() throws StoreException {
    Path aside = Damage.moveAside(path, clock.epochMillis());
    trouble.note("the database was damaged and is now " + aside + "; a new one is begun");
  }
}
