// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/**
 * A database in memory for what cannot be written into the one on the disk, which it shows as if
 * both were one: a reader needs no room to read. The name {@code run} stands for the rows of both,
 * and a row in memory replaces the one of the same run on the disk.
 */
final class MemoryIndex {

  private static final String BOTH =
      """
      CREATE TEMP VIEW run AS
      SELECT rowid + (1 << 40) AS rowid, * FROM main.run
      UNION ALL
      SELECT rowid AS rowid, * FROM disk.run AS old
      WHERE NOT EXISTS (SELECT 1 FROM main.run AS new WHERE new.run = old.run)\
      """;

  private MemoryIndex() {}

  /**
   * One beside that file, which may be missing or empty, and is not written. On a full disk, the
   * files that readers of a database share may not be there, and cannot be made: with nothing in
   * its write-ahead log it can be read without them.
   *
   * @throws StoreException if the file is of another version
   */
  static Connection connect(Path file) throws SQLException, StoreException {
    try {
      return connect(file, "mode=ro");
    } catch (SQLException e) {
      if (CorruptDatabase.isReportedBy(e) || !isEmpty(DatabaseName.writeAheadLog(file))) {
        throw e;
      }
      return connect(file, "immutable=1");
    }
  }

  private static Connection connect(Path file, String how) throws SQLException, StoreException {
    Connection connection =
        UntrustedDatabase.limited(new SQLiteConfig()).createConnection("jdbc:sqlite::memory:");
    try {
      UntrustedDatabase.distrustSchema(connection);
      Schema.prepare(connection, file);
      if (!isEmpty(file)) {
        attach(connection, file, how);
        requireVersion(connection, file);
        Schema.requireOwnTables(connection, "disk", file);
        execute(connection, "INSERT INTO main.indexed SELECT * FROM disk.indexed");
        execute(connection, "INSERT INTO main.running SELECT * FROM disk.running");
        execute(connection, BOTH);
      }
      return connection;
    } catch (SQLException | StoreException e) {
      connection.close();
      throw e;
    }
  }

  private static void attach(Connection connection, Path file, String how) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("ATTACH ? AS disk")) {
      statement.setString(1, DatabaseName.uri(file, how));
      statement.executeUpdate();
    }
  }

  private static void requireVersion(Connection connection, Path file)
      throws SQLException, StoreException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA disk.user_version")) {
      Schema.requireVersion(result.getInt(1), file);
    }
  }

  private static boolean isEmpty(Path file) {
    try {
      return !Files.exists(file) || Files.size(file) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
