// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.store.journal.JournalPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far the database knows the journal, and which runs went on there. */
record IndexCheckpoint(Connection connection) {

  /** Up to where the journal is indexed. */
  JournalPosition position() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT segment, place, session FROM indexed")) {
      return row.next()
          ? new JournalPosition(row.getLong(1), row.getLong(2), row.getString(3))
          : JournalPosition.START;
    }
  }

  void moveTo(JournalPosition position) throws SQLException {
    String sql = "INSERT OR REPLACE INTO indexed VALUES (1, ?, ?, ?)";
    try (PreparedStatement move = connection.prepareStatement(sql)) {
      move.setLong(1, position.segment());
      move.setLong(2, position.offset());
      move.setString(3, position.session());
      move.executeUpdate();
    }
  }

  /** The ids of the runs that went on. */
  Set<String> running() throws SQLException {
    Set<String> running = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT run FROM running")) {
      while (rows.next()) {
        running.add(rows.getString(1));
      }
    }
    return running;
  }

  /** Their logs so far, in the order in which they began. */
  List<byte[]> runningLogs() throws SQLException {
    List<byte[]> logs = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT log FROM running ORDER BY rowid")) {
      while (rows.next()) {
        logs.add(rows.getBytes(1));
      }
    }
    return logs;
  }

  void putRunning(Map<Token, byte[]> logs) throws SQLException {
    String sql = "INSERT OR REPLACE INTO running VALUES (?, ?)";
    try (PreparedStatement add = connection.prepareStatement(sql)) {
      for (Map.Entry<Token, byte[]> each : logs.entrySet()) {
        add.setString(1, each.getKey().value());
        add.setBytes(2, each.getValue());
        add.executeUpdate();
      }
    }
  }

  void removeRunning(Collection<Token> runs) throws SQLException {
    try (PreparedStatement end = connection.prepareStatement("DELETE FROM running WHERE run = ?")) {
      for (Token run : runs) {
        end.setString(1, run.value());
        end.executeUpdate();
      }
    }
  }

  void clearRunning() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM running");
    }
  }
}
