// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.privacy.Token;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries the backlog into the journal, then into the database. The one thread that writes there.
 */
final class Writer implements Runnable {

  /** How often it looks for runs that need not be kept. */
  private static final long LOOK_EVERY_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final Backlog backlog;
  private final Journal journal;
  private final Trouble trouble;
  private final DatabaseFile file;
  private @Nullable Database database;
  private long lookedAtNanos = System.nanoTime() - LOOK_EVERY_NANOS;

  Writer(Backlog backlog, Journal journal, Trouble trouble, DatabaseFile file, Database database) {
    this.backlog = backlog;
    this.journal = journal;
    this.trouble = trouble;
    this.file = file;
    this.database = database;
  }

  @Override
  public void run() {
    try {
      while (doNext()) {
        // until nothing is to be done any more
      }
    } catch (InterruptedException e) {
      // Nobody has this thread but the store, which does not interrupt it: then this is the end.
      Thread.currentThread().interrupt();
    } finally {
      closeDatabase();
      backlog.abandon();
    }
  }

  private boolean doNext() throws InterruptedException {
    return switch (backlog.next()) {
      case Work.Keep keep -> keep(keep.fresh());
      case Work.Index index -> index(index.kept());
      case Work.End end -> false;
    };
  }

  private boolean keep(List<Write> fresh) {
    Map<Token, byte[]> lines = new LinkedHashMap<>();
    List<Write.Ended> spelled = new ArrayList<>();
    for (Write write : fresh) {
      if (write instanceof Write.Ended ended && spell(ended, lines)) {
        spelled.add(ended);
      }
    }
    if (!lines.isEmpty() && journal.ended(lines)) {
      spelled.forEach(Write.Ended::nowInJournal);
    }
    backlog.kept(fresh.size());
    return true;
  }

  private static boolean spell(Write.Ended ended, Map<Token, byte[]> lines) {
    try {
      lines.put(ended.run(), JournalLine.ended(ended.ndjson()));
      return true;
    } catch (RuntimeException fault) {
      return false; // the database will refuse it too, and count it
    }
  }

  private boolean index(List<Write> batch) {
    try {
      long refused = openDatabase().write(batch);
      trouble.lost(refused, "an event came for a run that is not stored, or a log is not writable");
      journal.settled(batch.stream().map(Write::run).toList());
      backlog.done(batch.size());
    } catch (SQLException | StoreException e) {
      trouble.failed("the database cannot be written", e);
      // SQLite has rolled back by itself, and the driver's statements do not survive that.
      closeDatabase();
      if (e instanceof SQLException broken && Damage.isIn(broken)) {
        moveAside();
      }
      backlog.failed();
    }
    prune();
    return true;
  }

  /** A few old ones after each batch: those that write must not wait long. */
  private void prune() {
    if (database == null || System.nanoTime() - lookedAtNanos < LOOK_EVERY_NANOS) {
      return;
    }
    try {
      if (file.prune(database) == 0) {
        lookedAtNanos = System.nanoTime();
      }
    } catch (SQLException e) {
      trouble.failed("old runs cannot be let go", e);
      closeDatabase();
    }
  }

  private Database openDatabase() throws SQLException, StoreException {
    if (database == null) {
      database = file.open();
    }
    return database;
  }

  private void closeDatabase() {
    if (database != null) {
      database.close();
      database = null;
    }
  }

  private void moveAside() {
    try {
      file.moveAside();
    } catch (StoreException e) {
      trouble.failed("the damaged database stays", e);
    }
  }
}
