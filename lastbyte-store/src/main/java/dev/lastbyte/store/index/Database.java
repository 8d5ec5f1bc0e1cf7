// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.report.log.RunLogFormatException;
import dev.lastbyte.store.journal.PrivateFiles;
import dev.lastbyte.store.journal.StoreLimits;
import dev.lastbyte.store.model.Retention;
import dev.lastbyte.store.model.RunRow;
import dev.lastbyte.store.model.StoreException;
import dev.lastbyte.store.model.StoredVerdict;
import java.io.IOException;
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

/**
 * The runs in the database, for the one process that writes. A caller that gets an {@link
 * SQLException} can do no more than close it, which takes back what was not committed. Not
 * thread-safe.
 */
public final class Database implements AutoCloseable {

  private static final int BUSY_MILLIS = 5_000;

  /** A log is some 2 KiB: pages of 4 KiB would hold one each and be half empty. */
  private static final int PAGE_BYTES = 8 * 1024;

  /** Room for the largest batch: what does not fit is written before its commit, and then again. */
  private static final int CACHE_PAGES = 1024;

  private static final String INTO_RUN =
      " INTO main.run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Connection connection;
  private final PreparedStatement insertOrReplace;
  private final PreparedStatement selectLog;

  private Database(Connection connection) throws SQLException {
    this.connection = connection;
    this.insertOrReplace = connection.prepareStatement("INSERT OR REPLACE" + INTO_RUN);
    this.selectLog = connection.prepareStatement("SELECT log FROM run WHERE run = ?");
  }

  /**
   * One in memory that shows what that file has too, and does not write it.
   *
   * @throws StoreException if the file is of another version
   */
  static Database inMemory(Path file) throws SQLException, StoreException {
    return new Database(MemoryIndex.connect(file));
  }

  /** Opens the file; makes it if there is none. */
  public static Database open(Path file, StoreLimits limits) throws SQLException, StoreException {
    var config = new SQLiteConfig();
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setGetGeneratedKeys(false); // else each insert asks for a key that is not needed
    createFile(file);
    UntrustedDatabase.limited(config);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      UntrustedDatabase.distrustSchema(connection);
      try (Statement statement = connection.createStatement()) {
        // In this order: with a write-ahead log the size of a page is settled.
        statement.execute("PRAGMA page_size = " + PAGE_BYTES);
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA cache_size = " + CACHE_PAGES);
        statement.execute("PRAGMA max_page_count = " + limits.databasePages());
      }
      Schema.prepare(connection, file);
      return new Database(connection);
    } catch (SQLException | StoreException e) {
      connection.close();
      throw e;
    }
  }

  /** SQLite gives the files beside it the permissions of this one. */
  private static void createFile(Path file) throws StoreException {
    try {
      PrivateFiles.createFile(file);
    } catch (IOException e) {
      throw new StoreException("the database " + file + " cannot be made", e);
    }
  }

  /** How far it knows the journal, and which runs go on. */
  IndexCheckpoint checkpoint() {
    return new IndexCheckpoint(connection);
  }

  /** From here on no other process writes, and nothing counts before {@link #commit}. */
  void begin() throws SQLException {
    execute("BEGIN IMMEDIATE");
  }

  void commit() throws SQLException {
    execute("COMMIT");
  }

  /** Ends what was begun, without a trace. */
  void rollback() throws SQLException {
    execute("ROLLBACK");
  }

  /** Stores a run; what was stored under its id is replaced. */
  void put(RunRow row, byte[] ndjson) throws SQLException {
    insertOrReplace.setString(1, row.run().value());
    insertOrReplace.setLong(2, row.startedAtEpochMillis());
    insertOrReplace.setString(3, text(row.provider()));
    insertOrReplace.setString(4, text(row.dialect()));
    insertOrReplace.setString(5, text(row.model()));
    StoredVerdict verdict = row.verdict();
    insertOrReplace.setString(6, verdict == null ? null : verdict.code());
    insertOrReplace.setString(7, verdict == null ? null : verdict.headline());
    insertOrReplace.setString(8, verdict == null ? null : verdict.cause());
    insertOrReplace.setString(9, verdict == null ? null : verdict.retrySafety());
    insertOrReplace.setString(10, verdict == null ? null : verdict.ruleSet());
    insertOrReplace.setString(11, row.session().value());
    insertOrReplace.setInt(12, row.sending());
    insertOrReplace.setBytes(13, ndjson);
    insertOrReplace.executeUpdate();
  }

  /** Stores a run, unless one is stored under its id. */
  void putIfAbsent(RunRow row, byte[] ndjson) throws SQLException {
    if (!isStored(row.run())) {
      put(row, ndjson);
    }
  }

  /** For one thread at a time. */
  Connection connection() {
    return connection;
  }

  /**
   * Adds the events that the run does not have yet, so that a report may come twice.
   *
   * @return false if no such run is stored
   */
  boolean append(Token run, List<RunEvent> reported) throws SQLException {
    RunLog log = stored(run);
    if (log == null) {
      return false;
    }
    List<RunEvent> more = reported.stream().filter(event -> !log.events().contains(event)).toList();
    if (!more.isEmpty()) {
      RunLog longer = log.plus(more);
      put(RunRow.of(longer), RunLogCodec.encode(longer));
    }
    return true;
  }

  /**
   * Lets go of some runs that need not be kept.
   *
   * @return how many went; 0 if all that are left may stay
   */
  int prune(Retention retention, long nowEpochMillis) throws SQLException {
    return new RowPruner(connection, retention).step(nowEpochMillis);
  }

  /** Lets go of all runs that need not be kept, and of their room; returns how many went. */
  public long pruneAll(Retention retention, long nowEpochMillis) throws SQLException {
    long all = 0;
    for (int gone = prune(retention, nowEpochMillis);
        gone > 0;
        gone = prune(retention, nowEpochMillis)) {
      all += gone;
    }
    execute("VACUUM");
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

  private boolean isStored(Token run) throws SQLException {
    selectLog.setString(1, run.value());
    try (ResultSet result = selectLog.executeQuery()) {
      return result.next();
    }
  }

  private @Nullable RunLog stored(Token run) throws SQLException {
    selectLog.setString(1, run.value());
    try (ResultSet result = selectLog.executeQuery()) {
      return result.next() ? RunLogCodec.decode(result.getBytes(1)).log() : null;
    } catch (RunLogFormatException | RuntimeException e) {
      return null;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static @Nullable String text(@Nullable Token token) {
    return token == null ? null : token.value();
  }
}
