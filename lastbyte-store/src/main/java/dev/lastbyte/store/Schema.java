// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables, and the version of them that a file says it has. */
final class Schema {

  /** Kept in the file as {@code PRAGMA user_version}; 0 is a file without tables. */
  static final int VERSION = 1;

  /** The log comes last: SQLite reads a long row only as far as it must. */
  private static final String RUN =
      """
      CREATE TABLE run (
        run TEXT NOT NULL PRIMARY KEY,
        started_at INTEGER NOT NULL,
        provider TEXT,
        dialect TEXT,
        model TEXT,
        code TEXT,
        headline TEXT,
        cause TEXT,
        retry_safety TEXT,
        rule_set TEXT,
        log BLOB NOT NULL
      ) STRICT\
      """;

  private static final String RUN_BY_TIME = "CREATE INDEX run_by_time ON run (started_at)";

  private static final String PROBE = "SELECT run FROM run ORDER BY started_at DESC LIMIT 1";

  private Schema() {}

  /** Makes the tables in a new file, and looks whether they can be read in an old one. */
  static void prepare(Connection connection, Path file) throws SQLException, StoreException {
    int version = version(connection);
    try (Statement statement = connection.createStatement()) {
      if (version == 0) {
        statement.executeUpdate("BEGIN IMMEDIATE");
        statement.executeUpdate(RUN);
        statement.executeUpdate(RUN_BY_TIME);
        statement.executeUpdate("PRAGMA user_version = " + VERSION);
        statement.executeUpdate("COMMIT");
      }
    }
    check(connection, file);
  }

  /** Throws if the file is of another version, or cannot be read. */
  static void check(Connection connection, Path file) throws SQLException, StoreException {
    int version = version(connection);
    if (version != VERSION) {
      throw new StoreException(
          "%s has schema version %d, and this Lastbyte knows %d: use the Lastbyte that made it"
              .formatted(file, version, VERSION),
          null);
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery(PROBE).close();
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA user_version")) {
      return result.getInt(1);
    }
  }
}
