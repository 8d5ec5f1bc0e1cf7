// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteErrorCode;

/** A database file that holds something else than it should. */
public final class CorruptDatabase {

  private CorruptDatabase() {}

  public static boolean isReportedBy(SQLException e) {
    return e.getErrorCode() == SQLiteErrorCode.SQLITE_CORRUPT.code
        || e.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code;
  }

  /** Renames the database with the files that belong to it, so that SQLite can still open it. */
  static Path moveAside(Path database, long epochMillis) throws StoreException {
    Path aside = database.resolveSibling(database.getFileName() + ".damaged-" + epochMillis);
    try {
      for (String suffix : List.of("", "-wal", "-shm")) {
        Path from = database.resolveSibling(database.getFileName() + suffix);
        if (Files.exists(from)) {
          Files.move(from, aside.resolveSibling(aside.getFileName() + suffix));
        }
      }
      return aside;
    } catch (IOException e) {
      throw new StoreException(
          "the database %s is damaged and cannot be moved aside: move it away by hand"
              .formatted(database),
          e);
    }
  }
}
