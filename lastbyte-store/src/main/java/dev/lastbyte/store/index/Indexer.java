// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.journal.JournalPosition;
import dev.lastbyte.store.journal.StoreHealth;
import dev.lastbyte.store.journal.StoreLayout;
import dev.lastbyte.store.journal.WriterLock;
import dev.lastbyte.store.model.SlowIndexListener;
import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Brings the database up to what the journal tells, before each question. Any number of processes
 * do so at the same time: a transaction moves the position together with the rows. Thread-safe.
 */
public final class Indexer {

  private final StoreLayout layout;
  private final DatabaseFile file;
  private final StoreHealth health;
  private final SlowIndexListener slowListener;
  private final Runnable awaitWritten;
  private @Nullable JournalPosition reached;
  private boolean hasOpenRuns;

  /**
   * One for this process.
   *
   * @param written returns when what was recorded before is in the journal
   */
  public Indexer(
      StoreLayout layout,
      DatabaseFile file,
      StoreHealth health,
      SlowIndexListener slowListener,
      Runnable written) {
    this.layout = layout;
    this.file = file;
    this.health = health;
    this.slowListener = slowListener;
    this.awaitWritten = written;
  }

  /** That of a reader which is not the writer. */
  public static Indexer ofReader(StoreLayout layout, SlowIndexListener slowListener) {
    RunClock clock = RunClock.system();
    var health = new StoreHealth(clock);
    return new Indexer(
        layout, DatabaseFile.ofReader(layout, clock, health), health, slowListener, () -> {});
  }

  /** Why something may be missing; null if nothing is. */
  @Nullable
  public String health() {
    return health.summary(0);
  }

  /** Does what it can, and says what it could not. */
  public synchronized void bringUpToDate() {
    awaitWritten.run();
    try {
      if (!isUpToDate()) {
        indexOrReplaceDamaged();
      }
    } catch (SQLException | IOException e) {
      health.writeFailed("new runs cannot be read into the database", e);
    }
  }

  /**
   * Puts a new database in the place of one that could not be read.
   *
   * @return false if it stays
   */
  public synchronized boolean replace(SQLException why) {
    if (!file.mayReplace(why)) {
      return false;
    }
    try {
      file.moveAside();
      reached = null;
      bringUpToDate();
      return true;
    } catch (StoreException e) {
      health.writeFailed("the damaged database stays", e);
      return false;
    }
  }

  private boolean isUpToDate() throws IOException {
    return reached != null
        && !hasOpenRuns
        && Files.exists(layout.database())
        && !layout.segments().hasRecordAt(reached);
  }

  private void indexOrReplaceDamaged() throws SQLException, IOException {
    try {
      index();
    } catch (SQLException e) {
      if (!file.mayReplace(e)) {
        throw e;
      }
      file.moveAside();
      index();
    }
  }

  private void index() throws SQLException, IOException {
    reached = null;
    try (Database database = file.open()) {
      JournalPosition at = runPasses(database);
      hasOpenRuns = !database.checkpoint().running().isEmpty();
      if (hasOpenRuns) {
        at = markLostIfNoWriter(database, at);
      }
      layout.segments().deleteBefore(at.segment());
      file.prune(database);
      reached = at;
    }
  }

  /** If no process writes any more, the open runs are lost. */
  private JournalPosition markLostIfNoWriter(Database database, JournalPosition at)
      throws SQLException, IOException {
    try (WriterLock lock = WriterLock.tryAcquire(layout)) {
      if (lock == null) {
        return at;
      }
      JournalPosition last = runPasses(database);
      new IndexingPass(database, layout.segments(), health, slowListener).markOpenRunsLost();
      hasOpenRuns = false;
      return last;
    }
  }

  /**
   * Readers that index at the same time have turns; who waited too long looks whether they get on.
   */
  private JournalPosition runPasses(Database database) throws SQLException, IOException {
    for (; ; ) {
      JournalPosition before = database.checkpoint().position();
      try {
        return new IndexingPass(database, layout.segments(), health, slowListener).run();
      } catch (SQLException e) {
        boolean busy = e.getErrorCode() == SQLiteErrorCode.SQLITE_BUSY.code;
        if (!busy || database.checkpoint().position().equals(before)) {
          throw e;
        }
      }
    }
  }
}
