// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunClock;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Brings the database up to what the journal tells, before each question. Any number of processes
 * do so at the same time: a transaction moves the position together with the rows. Thread-safe.
 */
final class Index {

  private final Folder folder;
  private final DatabaseFile file;
  private final Trouble trouble;
  private final SlowPass slow;
  private final Runnable written;
  private @Nullable Position reached;
  private boolean anyGoesOn;

  /**
   * One for this process.
   *
   * @param written returns when what was recorded before is in the journal
   */
  Index(Folder folder, DatabaseFile file, Trouble trouble, SlowPass slow, Runnable written) {
    this.folder = folder;
    this.file = file;
    this.trouble = trouble;
    this.slow = slow;
    this.written = written;
  }

  /** That of a reader which is not the writer. */
  static Index ofReader(Folder folder, SlowPass slow) {
    RunClock clock = RunClock.system();
    var trouble = new Trouble(clock);
    return new Index(
        folder, DatabaseFile.ofReader(folder, clock, trouble), trouble, slow, () -> {});
  }

  /** Why something may be missing; null if nothing is. */
  @Nullable String trouble() {
    return trouble.line(0);
  }

  /** Does what it can, and says what it could not. */
  synchronized void bringUpToDate() {
    written.run();
    try {
      if (!isUpToDate()) {
        indexThoughDamaged();
      }
    } catch (SQLException | IOException e) {
      trouble.failed("new runs cannot be read into the database", e);
    }
  }

  /**
   * Puts a new database in the place of one that could not be read.
   *
   * @return false if it stays
   */
  synchronized boolean replace(SQLException why) {
    if (!file.mayReplace(why)) {
      return false;
    }
    try {
      file.moveAside();
      reached = null;
      bringUpToDate();
      return true;
    } catch (StoreException e) {
      trouble.failed("the damaged database stays", e);
      return false;
    }
  }

  private boolean isUpToDate() throws IOException {
    return reached != null
        && !anyGoesOn
        && Files.exists(folder.database())
        && !folder.segments().goesOnAt(reached);
  }

  private void indexThoughDamaged() throws SQLException, IOException {
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
      Position at = passes(database);
      anyGoesOn = !database.progress().running().isEmpty();
      if (anyGoesOn) {
        at = settle(database, at);
      }
      folder.segments().deleteBefore(at.segment());
      file.prune(database);
      reached = at;
    }
  }

  /** If nobody writes any more, what went on is lost. */
  private Position settle(Database database, Position at) throws SQLException, IOException {
    try (WriterLock lock = WriterLock.takeNow(folder)) {
      if (lock == null) {
        return at;
      }
      Position last = passes(database);
      new Pass(database, folder.segments(), trouble, slow).allAreLost();
      anyGoesOn = false;
      return last;
    }
  }

  /**
   * Readers that index at the same time have turns; who waited too long looks whether they get on.
   */
  private Position passes(Database database) throws SQLException, IOException {
    for (; ; ) {
      Position before = database.progress().position();
      try {
        return new Pass(database, folder.segments(), trouble, slow).run();
      } catch (SQLException e) {
        boolean busy = e.getErrorCode() == SQLiteErrorCode.SQLITE_BUSY.code;
        if (!busy || database.progress().position().equals(before)) {
          throw e;
        }
      }
    }
  }
}
