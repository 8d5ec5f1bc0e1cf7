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
  static final int VERSION = 2;

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
        session TEXT NOT NULL,
        sending INTEGER NOT NULL,
        log BLOB NOT NULL
      ) STRICT\
      """;

  private static final String RUN_BY_TIME = "CREATE INDEX run_by_time ON run (started_at)";

  private static final String RUN_BY_SESSION =
      "CREATE INDEX run_by_session ON run (session, started_at)";

  /** Version 1 knew no sessions: each of its runs is one. */
  private static final String COPY_OF_1 =
      """
      INSERT INTO run
      SELECT run, started_at, provider, dialect, model,
             code, headline, cause, retry_safety, rule_set, run, 1, log
      FROM run_1\
      """;

  private static final String PROBE = "SELECT run FROM run ORDER BY started_at DESC LIMIT 1";

  private Schema() {}

  /**
   * Makes the tables in a new file, brings an older one up to date, and looks whether all can be
   * read.
   */
  static void prepare(Connection connection, Path file) throws SQLException, StoreException {
    switch (version(connection)) {
      case 0 -> inOne(connection, RUN, RUN_BY_TIME, RUN_BY_SESSION);
      case 1 ->
          inOne(
              connection,
              "ALTER TABLE run RENAME TO run_1",
              RUN,
              COPY_OF_1,
              "DROP TABLE run_1",
              RUN_BY_TIME,
              RUN_BY_SESSION);
      default -> {} // either ours, or refused below
    }
    check(connection, file);
  }

  /** All of it or nothing, and then it is of our version. */
  private static void inOne(Connection connection, String... changes) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      for (String change : changes) {
        statement.executeUpdate(change);
      }
      statement.executeUpdate("PRAGMA user_version = " + VERSION);
      statement.executeUpdate("COMMIT");
    }
  }

  /** Whether the next writer is to bring the file up to date. */
  static boolean isOlder(Connection connection) throws SQLException {
    int version = version(connection);
    return version > 0 && version < VERSION;
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
