// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.report.log.RunLogFormatException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** The database as its one writer has it. Not thread-safe. */
final class Database implements AutoCloseable {

  private static final int BUSY_MILLIS = 5_000;

  /** A log is some 2 KiB: pages of 4 KiB would hold one each and be half empty. */
  private static final int PAGE_BYTES = 8 * 1024;

  /** Room for the largest batch: what does not fit is written before its commit, and then again. */
  private static final int CACHE_PAGES = 1024;

  private static final String INTO_RUN = " INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Connection connection;
  private final PreparedStatement replace;
  private final PreparedStatement keep;
  private final PreparedStatement select;

  private Database(Connection connection) throws SQLException {
    this.connection = connection;
    this.replace = connection.prepareStatement("INSERT OR REPLACE" + INTO_RUN);
    this.keep = connection.prepareStatement("INSERT OR IGNORE" + INTO_RUN);
    this.select = connection.prepareStatement("SELECT log FROM run WHERE run = ?");
  }

  /** Opens the file; makes it if there is none. */
  static Database open(Path file, Limits limits) throws SQLException, StoreException {
    var config = new SQLiteConfig();
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setGetGeneratedKeys(false); // else each insert asks for a key that nobody wants
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      try (Statement statement = connection.createStatement()) {
        // In this order: with a write-ahead log the size of a page is settled.
        statement.execute("PRAGMA page_size = " + PAGE_BYTES);
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA cache_size = " + CACHE_PAGES);
        statement.execute("PRAGMA max_page_count = " + limits.databasePages());
      }
      Schema.prepare(connection, file);
      connection.setAutoCommit(false);
      return new Database(connection);
    } catch (SQLException | StoreException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Writes all or nothing.
   *
   * @return how many were refused for good, such as events for a run that is not stored
   * @throws SQLException if nothing was written; this object is of no more use then but to close it
   */
  long write(List<Write> batch) throws SQLException {
    long refused = 0;
    for (Write write : batch) {
      refused += write(write) ? 0 : 1;
    }
    connection.commit();
    return refused;
  }

  /**
   * Lets go of some runs that need not be kept.
   *
   * @return how many went; 0 if all that are left may stay
   */
  int prune(Retention keep, long nowEpochMillis) throws SQLException {
    return new Pruning(connection, keep).step(nowEpochMillis);
  }

  /** Lets go of all runs that need not be kept, and of their room; returns how many went. */
  long pruneAll(Retention keep, long nowEpochMillis) throws SQLException {
    long all = 0;
    for (int gone = prune(keep, nowEpochMillis); gone > 0; gone = prune(keep, nowEpochMillis)) {
      all += gone;
    }
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("VACUUM");
    }
    return all;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // What was committed is in the file; nothing else is at stake.
    }
  }

  private boolean write(Write write) throws SQLException {
    try {
      return switch (write) {
        case Write.Ended ended -> put(ended.log(), ended.ndjson(), replace);
        case Write.LeftBehind left -> put(left.log(), RunLogCodec.encode(left.log()), keep);
        case Write.Appended appended -> append(appended);
      };
    } catch (RuntimeException fault) {
      return false; // a log that we cannot spell must not keep back those behind it
    }
  }

  private boolean put(RunLog log, byte[] ndjson, PreparedStatement insert) throws SQLException {
    RunRow row = RunRow.of(log);
    insert.setString(1, row.run().value());
    insert.setLong(2, row.startedAtEpochMillis());
    insert.setString(3, text(row.provider()));
    insert.setString(4, text(row.dialect()));
    insert.setString(5, text(row.model()));
    Verdict verdict = row.verdict();
    insert.setString(6, verdict == null ? null : verdict.code());
    insert.setString(7, verdict == null ? null : verdict.headline());
    insert.setString(8, verdict == null ? null : verdict.cause());
    insert.setString(9, verdict == null ? null : verdict.retrySafety());
    insert.setString(10, verdict == null ? null : verdict.ruleSet());
    insert.setString(11, row.session().value());
    insert.setInt(12, row.sending());
    insert.setBytes(13, ndjson);
    insert.executeUpdate();
    return true;
  }

  /** Adds the events that the run does not have yet, so that a report may come twice. */
  private boolean append(Write.Appended appended) throws SQLException {
    RunLog log = stored(appended.run());
    if (log == null) {
      return false;
    }
    List<RunEvent> more =
        appended.more().stream().filter(event -> !log.events().contains(event)).toList();
    if (more.isEmpty()) {
      return true;
    }
    RunLog longer = log.plus(more);
    return put(longer, RunLogCodec.encode(longer), replace);
  }

  private @Nullable RunLog stored(Token run) throws SQLException {
    select.setString(1, run.value());
    try (ResultSet result = select.executeQuery()) {
      return result.next() ? RunLogCodec.decode(result.getBytes(1)).log() : null;
    } catch (RunLogFormatException e) {
      return null;
    }
  }

  private static @Nullable String text(@Nullable Token token) {
    return token == null ? null : token.value();
  }
}
