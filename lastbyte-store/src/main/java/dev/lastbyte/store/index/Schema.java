// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import dev.lastbyte.store.model.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables, and the version of them that a file says it has. */
public final class Schema {

  /** Kept in the file as {@code PRAGMA user_version}; 0 is a file without tables. */
  static final int VERSION = 3;

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

  /** One row: up to where the journal is indexed, and whose the last record was. */
  private static final String INDEXED =
      """
      CREATE TABLE indexed (
        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
        segment INTEGER NOT NULL,
        place INTEGER NOT NULL,
        session TEXT NOT NULL
      ) STRICT\
      """;

  /** The runs that went on when the journal was last read. */
  private static final String RUNNING =
      "CREATE TABLE running (run TEXT NOT NULL PRIMARY KEY, log BLOB NOT NULL) STRICT";

  /** Version 1 knew no sessions: each of its runs is one. */
  private static final String COPY_OF_1 =
      """
      INSERT INTO run
      SELECT run, started_at, provider, dialect, model,
             code, headline, cause, retry_safety, rule_set, run, 1, log
      FROM run_1\
      """;

  private static final Map<String, String> OWN_TABLES =
      Map.of(
          "run", normalized(RUN), "indexed", normalized(INDEXED), "running", normalized(RUNNING));

  private static final String PROBE = "SELECT run FROM run ORDER BY started_at DESC LIMIT 1";

  private Schema() {}

  /**
   * Makes the tables in a new file, brings an older one up to date, and looks whether all can be
   * read.
   */
  static void prepare(Connection connection, Path file) throws SQLException, StoreException {
    if (version(connection) < VERSION) {
      requireTablesOnly(connection, file);
      migrate(connection);
    }
    check(connection, file);
  }

  /** What is brought up to date is read by that: a view or a trigger would be run. */
  private static void requireTablesOnly(Connection connection, Path file)
      throws SQLException, StoreException {
    String sql = "SELECT 1 FROM sqlite_schema WHERE type NOT IN ('table', 'index') LIMIT 1";
    try (Statement statement = connection.createStatement();
        ResultSet other = statement.executeQuery(sql)) {
      if (other.next()) {
        throw notOurs(file);
      }
    }
  }

  /** All of it or nothing, and then it is of our version; unless another one just did it. */
  private static void migrate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      for (String change : changesFrom(version(connection))) {
        statement.executeUpdate(change);
      }
      statement.executeUpdate("PRAGMA user_version = " + VERSION);
      statement.executeUpdate("COMMIT");
    }
  }

  private static List<String> changesFrom(int version) {
    return switch (version) {
      case 0 -> List.of(RUN, RUN_BY_TIME, RUN_BY_SESSION, INDEXED, RUNNING);
      case 1 ->
          List.of(
              "ALTER TABLE run RENAME TO run_1",
              RUN,
              COPY_OF_1,
              "DROP TABLE run_1",
              RUN_BY_TIME,
              RUN_BY_SESSION,
              INDEXED,
              RUNNING);
      case 2 -> List.of(INDEXED, RUNNING);
      default -> List.of();
    };
  }

  /** Throws if the file is of another version, or cannot be read. */
  public static void check(Connection connection, Path file) throws SQLException, StoreException {
    requireVersion(version(connection), file);
    requireOwnTables(connection, "main", file);
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery(PROBE).close();
    }
  }

  /**
   * Throws if a table is not the one that Lastbyte makes, but a view of its name, say, or one with
   * expressions of another's; or if there are triggers.
   *
   * @param database the name by which the connection knows it
   */
  static void requireOwnTables(Connection connection, String database, Path file)
      throws SQLException, StoreException {
    Set<String> own = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet all =
            statement.executeQuery("SELECT type, name, sql FROM " + database + ".sqlite_schema")) {
      while (all.next()) {
        String type = String.valueOf(all.getString(1));
        String name = String.valueOf(all.getString(2));
        if (type.equals("trigger")) {
          throw notOurs(file);
        }
        if (normalized(String.valueOf(all.getString(3))).equals(OWN_TABLES.get(name))) {
          own.add(name);
        }
      }
    }
    if (!own.equals(OWN_TABLES.keySet())) {
      throw notOurs(file);
    }
  }

  private static StoreException notOurs(Path file) {
    return new StoreException(
        file
            + " is not a database that Lastbyte made, or was changed by another program: move it"
            + " away",
        null);
  }

  private static String normalized(String sql) {
    return sql.replaceAll("\\s+", " ").strip();
  }

  static void requireVersion(int version, Path file) throws StoreException {
    if (version != VERSION) {
      throw new StoreException(
          "%s has schema version %d, and this Lastbyte knows %d: use the Lastbyte that made it"
              .formatted(file, version, VERSION),
          null);
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA user_version")) {
      return result.getInt(1);
    }
  }
}
