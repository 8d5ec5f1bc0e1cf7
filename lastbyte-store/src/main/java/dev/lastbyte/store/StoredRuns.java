// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.report.log.RunLogFormatException;
import dev.lastbyte.store.index.CorruptDatabase;
import dev.lastbyte.store.index.DatabaseName;
import dev.lastbyte.store.index.Indexer;
import dev.lastbyte.store.index.RunRowMapper;
import dev.lastbyte.store.index.Schema;
import dev.lastbyte.store.index.UntrustedDatabase;
import dev.lastbyte.store.journal.StoreLayout;
import dev.lastbyte.store.model.RunRow;
import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The runs of a folder, to be read by any process while another one writes: all that ended before a
 * call, which first brings the database up to date. That takes longer the more was recorded since
 * the last reading: some ten thousand runs take a second. Thread-safe; holds nothing open between
 * two calls.
 */
public final class StoredRuns {

  private static final int BUSY_MILLIS = 5_000;

  /** Sorts after every character of a token. */
  private static final String AFTER_ALL = "\u007f";

  private final Path file;
  private final Indexer indexer;
  private final List<String> notices;

  StoredRuns(StoreLayout layout, Indexer indexer, List<String> notices) {
    this.file = layout.database();
    this.indexer = indexer;
    this.notices = notices;
  }

  /** Why some runs may not be among these, as far as is known by now; null if all are. */
  public @Nullable String health() {
    return indexer.health();
  }

  /** What a person should know of how the folder was found when it was opened, a line each. */
  public List<String> notices() {
    return notices;
  }

  /**
   * The run with this id, or the only one whose id begins so.
   *
   * @throws StoreException if the database cannot be read
   */
  public Lookup find(String idOrPrefix) throws StoreException {
    return afterIndexing((connection, deadline) -> {
      RunLog exact = log(connection, idOrPrefix);
      if (exact != null) {
        return new Lookup.Found(exact);
      }
      List<Token> candidates = candidates(connection, idOrPrefix);
      RunLog only = candidates.size() == 1 ? log(connection, candidates.getFirst().value()) : null;
      if (only != null) {
        return new Lookup.Found(only);
      }
      return candidates.isEmpty() ? new Lookup.Missing() : new Lookup.Ambiguous(candidates);
    });
  }

  /**
   * The runs that started last, the newest first.
   *
   * @param limit the most to give, at least 1
   * @throws StoreException if the database cannot be read
   */
  public List<RunRow> newest(int limit) throws StoreException {
    return afterIndexing((connection, deadline) -> {
      try (PreparedStatement statement = connection.prepareStatement(RunRowMapper.NEWEST)) {
        statement.setInt(1, limit);
        List<RunRow> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
          while (result.next()) {
            addIfReadable(RunRowMapper.row(result), rows);
          }
        }
        return rows;
      }
    });
  }

  private void addIfReadable(@Nullable RunRow row, List<RunRow> rows) {
    if (row == null) {
      indexer.rowUnreadable();
    } else {
      rows.add(row);
    }
  }

  /**
   * Hands over the log of every run, the oldest first, as the folder is when the call begins.
   *
   * @throws StoreException if the database cannot be read
   */
  public void forEach(Consumer<RunLog> action) throws StoreException {
    afterIndexing((connection, deadline) -> {
      String sql = "SELECT log FROM run ORDER BY started_at, rowid";
      try (PreparedStatement statement = connection.prepareStatement(sql);
          ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          action.accept(log(result));
          deadline.extend();
        }
      }
      return file;
    });
  }

  /**
   * Hands over the logs of the runs that started last, the oldest of them first.
   *
   * @param limit the most to hand over, at least 1
   * @throws StoreException if the database cannot be read
   */
  public void forEachOfNewest(int limit, Consumer<RunLog> action) throws StoreException {
    afterIndexing((connection, deadline) -> {
      try (PreparedStatement statement = connection.prepareStatement(RunRowMapper.NEWEST_LOGS)) {
        statement.setInt(1, limit);
        try (ResultSet result = statement.executeQuery()) {
          while (result.next()) {
            action.accept(log(result));
            deadline.extend();
          }
        }
      }
      return file;
    });
  }

  /**
   * The runs of a session, the oldest first.
   *
   * @param session the name of the session, which may be the id of its first run
   * @param limit the most to give, the newest ones
   * @throws StoreException if the database cannot be read
   */
  public List<RunLog> ofSession(Token session, int limit) throws StoreException {
    return afterIndexing((connection, deadline) -> {
      try (PreparedStatement statement = connection.prepareStatement(RunRowMapper.OF_SESSION)) {
        statement.setString(1, session.value());
        statement.setInt(2, limit);
        List<RunLog> logs = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
          while (result.next()) {
            logs.add(log(result));
          }
        }
        return logs.reversed();
      }
    });
  }

  /**
   * The runs that go on, the oldest first, each with what was known of it when that was last
   * written down: a second after its beginning, and again whenever it is twice as old.
   *
   * @throws StoreException if the database cannot be read
   */
  public List<RunLog> open() throws StoreException {
    return afterIndexing((connection, deadline) -> {
      String sql = "SELECT log FROM running ORDER BY rowid";
      try (PreparedStatement statement = connection.prepareStatement(sql);
          ResultSet result = statement.executeQuery()) {
        List<RunLog> logs = new ArrayList<>();
        while (result.next()) {
          logs.add(log(result));
        }
        logs.sort(Comparator.comparingLong(log -> log.header().startedAtEpochMillis()));
        return logs;
      }
    });
  }

  /** Brings the database up to date, and throws if it cannot be read. */
  void check() throws StoreException {
    afterIndexing((connection, deadline) -> file);
  }

  private <T> T afterIndexing(Query<T> query) throws StoreException {
    indexer.bringUpToDate();
    try {
      return runQuery(query);
    } catch (SQLException e) {
      if (indexer.replace(e)) {
        return retry(query);
      }
      throw new StoreException(message(e), e);
    }
  }

  private <T> T retry(Query<T> query) throws StoreException {
    try {
      return runQuery(query);
    } catch (SQLException e) {
      throw new StoreException(message(e), e);
    }
  }

  private <T> T runQuery(Query<T> query) throws StoreException, SQLException {
    try {
      T inMemory = indexer.askMemory(connection -> runLimited(query, connection));
      return inMemory == null ? queryFile(query) : inMemory;
    } catch (RunLogFormatException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }

  private <T> T queryFile(Query<T> query) throws StoreException, SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    UntrustedDatabase.limited(config);
    config.setBusyTimeout(BUSY_MILLIS);
    try (Connection connection =
        config.createConnection("jdbc:sqlite:" + DatabaseName.forReading(file))) {
      UntrustedDatabase.distrustSchema(connection);
      Schema.check(connection, file);
      return runLimited(query, connection);
    } catch (RunLogFormatException e) {
      throw unreadable(e);
    }
  }

  private <T> T runLimited(Query<T> query, Connection connection)
      throws SQLException, RunLogFormatException, StoreException {
    return query.run(connection, UntrustedDatabase.limitTime(connection));
  }

  private RunLog log(ResultSet row) throws SQLException, RunLogFormatException, StoreException {
    byte[] ndjson = row.getBytes(1);
    try {
      return RunLogCodec.decode(Objects.requireNonNull(ndjson)).log();
    } catch (IllegalArgumentException | NullPointerException fault) {
      throw new StoreException(file + " holds a log that Lastbyte did not write", fault);
    }
  }

  private StoreException unreadable(RunLogFormatException e) {
    return new StoreException(file + " holds a run that cannot be read: " + e.getMessage(), e);
  }

  private String message(SQLException e) {
    return CorruptDatabase.isReportedBy(e)
        ? "the database %s is damaged (%s): a gateway on this folder moves it aside and begins a new one; \"sqlite3 FILE .recover\" may get its runs back"
            .formatted(file, e.getMessage())
        : "the database %s cannot be read: %s".formatted(file, e.getMessage());
  }

  private @Nullable RunLog log(Connection connection, String run)
      throws SQLException, RunLogFormatException, StoreException {
    String sql = "SELECT log FROM run WHERE run = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, run);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? log(result) : null;
      }
    }
  }

  private static List<Token> candidates(Connection connection, String prefix) throws SQLException {
    String sql = "SELECT run FROM run WHERE run >= ? AND run < ? ORDER BY run LIMIT ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, prefix);
      statement.setString(2, prefix + AFTER_ALL);
      statement.setInt(3, Lookup.Ambiguous.MAX_CANDIDATES);
      List<Token> candidates = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          Token candidate = Token.orNull(result.getString(1));
          if (candidate != null) {
            candidates.add(candidate);
          }
        }
      }
      return candidates;
    }
  }

  private interface Query<T> {
    T run(Connection connection, UntrustedDatabase.Deadline deadline)
        throws SQLException, RunLogFormatException, StoreException;
  }
}
