// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import dev.lastbyte.store.model.Retention;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets old runs go, some at a time: writers wait for it. Outside of a transaction, so that each of
 * its deletions is one.
 */
final class RowPruner {

  /** The most runs that go in one step. */
  static final int STEP = 256;

  private static final String OLD =
      "DELETE FROM run WHERE rowid IN"
          + " (SELECT rowid FROM run WHERE started_at < ? ORDER BY started_at LIMIT ?)";
  private static final String OLDEST =
      "DELETE FROM run WHERE rowid IN (SELECT rowid FROM run ORDER BY started_at LIMIT ?)";

  private final Connection connection;
  private final Retention retention;

  RowPruner(Connection connection, Retention retention) {
    this.connection = connection;
    this.retention = retention;
  }

  /**
   * Lets some go.
   *
   * @return how many went; 0 if all that are left may stay
   */
  int step(long nowEpochMillis) throws SQLException {
    int gone = tooOld(nowEpochMillis);
    if (gone == 0 && retention.bytes() != null && usedBytes() > retention.bytes()) {
      gone = delete(OLDEST);
    }
    return gone;
  }

  private int tooOld(long nowEpochMillis) throws SQLException {
    if (retention.age() == null) {
      return 0;
    }
    try (PreparedStatement delete = connection.prepareStatement(OLD)) {
      delete.setLong(1, nowEpochMillis - retention.age().toMillis());
      delete.setInt(2, STEP);
      return delete.executeUpdate();
    }
  }

  private int delete(String sql) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setInt(1, STEP);
      return delete.executeUpdate();
    }
  }

  private long usedBytes() throws SQLException {
    return pragma("page_size") * (pragma("page_count") - pragma("freelist_count"));
  }

  private long pragma(String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA " + name)) {
      return result.getLong(1);
    }
  }
}
