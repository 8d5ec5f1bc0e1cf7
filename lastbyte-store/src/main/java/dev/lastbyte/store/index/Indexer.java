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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Brings the database up to what the journal tells, before each question. Any number of processes
 * do so at the same time: a transaction moves the position together with the rows. Thread-safe.
 */
public final class Indexer {

  /** For how long what was indexed in memory is asked, before the database is tried again. */
  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** The same, in times of what it took. */
  private static final long KEPT_TIMES = 8;

  private final StoreLayout layout;
  private final DatabaseFile file;
  private final StoreHealth health;
  private final SlowIndexListener slowListener;
  private final Runnable awaitWritten;
  private @Nullable JournalPosition reached;
  private boolean hasOpenRuns;
  private @Nullable Database memory;
  private long memoryUntilNanos;
  private int askedInMemory;

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

  /** A row of the database is left out, since it was not written by Lastbyte. */
  public void rowUnreadable() {
    health.note("rows of the database cannot be read and are left out");
  }

  /** Does what it can, and says what it could not. */
  public synchronized void bringUpToDate() {
    awaitWritten.run();
    if (memory != null && (askedInMemory > 0 || memoryUntilNanos - System.nanoTime() > 0)) {
      return;
    }
    closeMemory();
    try {
      if (isWithoutRuns()) {
        indexInMemory();
      } else if (!isUpToDate()) {
        indexOrReplaceDamaged();
      }
    } catch (SQLException | IOException e) {
      boolean all =
          (!(e instanceof SQLException sql) || mayBeIndexedInMemory(sql)) && tryInMemory();
      health.writeFailed(
          all
              ? "new runs cannot be read into the database, and are read into memory each time"
              : "new runs cannot be read into the database",
          e);
    }
  }

  /**
   * Asks what could not be written into the database.
   *
   * @return null if all is there, or as much as can be had
   */
  public synchronized <T extends @Nullable Object> @Nullable T askMemory(MemoryQuery<T> query)
      throws SQLException, IOException {
    if (memory == null) {
      return null;
    }
    askedInMemory++;
    try {
      return query.run(memory.connection());
    } finally {
      askedInMemory--;
    }
  }

  /** A question to a database in memory. */
  @FunctionalInterface
  public interface MemoryQuery<T extends @Nullable Object> {
    T run(Connection connection) throws SQLException, IOException;
  }

  /** A gateway that has recorded nothing yet: a reader makes nothing of it. */
  private boolean isWithoutRuns() throws IOException {
    return layout.database().toFile().length() == 0 && !layout.segments().isBegun();
  }

  /** Not if it is damaged, or if another program writes it at this moment. */
  private static boolean mayBeIndexedInMemory(SQLException e) {
    return !CorruptDatabase.isReportedBy(e) && e.getErrorCode() != SQLiteErrorCode.SQLITE_BUSY.code;
  }

  private boolean tryInMemory() {
    try {
      indexInMemory();
      return true;
    } catch (SQLException | IOException e) {
      closeMemory(); // why is in the health already
      return false;
    }
  }

  /** Kept for as long as many questions in a row may take, since it is made of all that is new. */
  private void indexInMemory() throws SQLException, IOException {
    long startedAtNanos = System.nanoTime();
    memory = Database.inMemory(layout.database());
    runPasses(memory);
    if (!memory.checkpoint().running().isEmpty()) {
      markLostIfNoWriter(memory);
    }
    long nowNanos = System.nanoTime();
    long keptNanos = Math.max(KEPT_NANOS, KEPT_TIMES * (nowNanos - startedAtNanos));
    memoryUntilNanos = nowNanos + keptNanos;
  }

  private void closeMemory() {
    if (memory != null) {
      memory.close();
      memory = null;
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
        at = Objects.requireNonNullElse(markLostIfNoWriter(database), at);
      }
      layout.segments().deleteBefore(at.segment());
      file.prune(database);
      reached = at;
    }
  }

  /** If no process writes any more, the open runs are lost; else null. */
  private @Nullable JournalPosition markLostIfNoWriter(Database database)
      throws SQLException, IOException {
    try (WriterLock lock = WriterLock.tryAcquire(layout)) {
      if (lock == null) {
        return null;
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
