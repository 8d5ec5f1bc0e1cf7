// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a folder of runs. Thread-safe. Once open it throws nothing: what goes wrong is
 * said by {@link #trouble()}, and the traffic goes on.
 *
 * <pre>{@code
 * try (RunStore store = RunStore.open(dir, RunClock.system())) {
 *   store.started(recorder.log()); // before each dial
 *   store.ended(recorder.log());
 * }
 * }</pre>
 */
public final class RunStore implements AutoCloseable {

  /** The most events that one {@link #append} takes. */
  public static final int MAX_APPENDED = RunLog.MAX_EVENTS_PER_ATTEMPT;

  private final WriterLock lock;
  private final Trouble trouble;
  private final Journal journal;
  private final Backlog backlog;
  private final Thread writer;
  private final StoredRuns runs;

  private RunStore(Folder folder, WriterLock lock, RunClock clock, Limits limits, Retention keep)
      throws IOException, SQLException {
    this.lock = lock;
    this.trouble = new Trouble(clock);
    this.runs = new StoredRuns(folder, this::flush, null);
    this.backlog = new Backlog(limits.waitingEvents());
    this.journal = Journal.open(folder.journal(), trouble);
    try {
      var file = new DatabaseFile(folder.database(), limits, keep, clock, trouble);
      this.writer = startWriter(new Writer(backlog, journal, trouble, file, file.open()));
    } catch (SQLException | StoreException e) {
      journal.close();
      throw e;
    }
    journal.left().forEach(this::offerLeftBehind);
  }

  /**
   * Opens a folder for writing; makes it if there is none. Runs that an earlier process left
   * without an end get their {@code ProcessLost}. A damaged database is moved aside, which {@link
   * #trouble()} says.
   *
   * @throws StoreException if another writer holds the folder, or it cannot be written, or a later
   *     version of Lastbyte made it
   */
  public static RunStore open(Path dir, RunClock clock) throws StoreException {
    return open(dir, clock, Retention.ofAll());
  }

  /**
   * Opens a folder for writing as above, and keeps no more than it should. It looks after the first
   * write, and then every ten minutes in which it writes.
   *
   * @throws StoreException as above
   */
  public static RunStore open(Path dir, RunClock clock, Retention keep) throws StoreException {
    return open(new Folder(dir), clock, Limits.NORMAL, keep);
  }

  /**
   * Lets go of all runs that need not be kept, and gives their room back to the disk.
   *
   * @return how many went
   * @throws StoreException if a writer holds the folder, or it cannot be written
   */
  public static long prune(Path dir, RunClock clock, Retention keep) throws StoreException {
    read(dir);
    var folder = new Folder(dir);
    WriterLock lock = WriterLock.take(folder);
    try (Database database = Database.open(folder.database(), Limits.NORMAL)) {
      return database.pruneAll(keep, clock.epochMillis());
    } catch (SQLException e) {
      throw new StoreException("the runs in " + dir + " cannot be let go: " + e.getMessage(), e);
    } finally {
      lock.close();
    }
  }

  static RunStore open(Folder folder, RunClock clock, Limits limits) throws StoreException {
    return open(folder, clock, limits, Retention.ofAll());
  }

  private static RunStore open(Folder folder, RunClock clock, Limits limits, Retention keep)
      throws StoreException {
    try {
      Files.createDirectories(folder.dir());
    } catch (IOException e) {
      throw new StoreException("the folder " + folder.dir() + " cannot be made", e);
    }
    return open(folder, WriterLock.take(folder), clock, limits, keep);
  }

  private static RunStore open(
      Folder folder, WriterLock lock, RunClock clock, Limits limits, Retention keep)
      throws StoreException {
    try {
      return new RunStore(folder, lock, clock, limits, keep);
    } catch (StoreException e) {
      lock.close();
      throw e;
    } catch (IOException | SQLException e) {
      lock.close();
      throw new StoreException(
          "the store in " + folder.dir() + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /**
   * Opens a folder for reading, beside its writer if there is one. If there is none, runs that a
   * dead process left without an end are first given their {@code ProcessLost}.
   *
   * @throws StoreException if the folder holds no runs, or they cannot be read
   */
  public static StoredRuns read(Path dir) throws StoreException {
    var folder = new Folder(dir);
    boolean hasDatabase = Files.exists(folder.database());
    if (!hasDatabase && !Files.exists(folder.journal())) {
      throw new StoreException(
          "no runs are stored in %s: there is no %s"
              .formatted(dir, folder.database().getFileName()),
          null);
    }
    boolean older = hasDatabase && new StoredRuns(folder, () -> {}, null).isOlder();
    String trouble = settle(folder, older);
    return new StoredRuns(folder, trouble == null ? new JournalTail(folder) : () -> {}, trouble);
  }

  /** Stores what a dead process left, in tables that are up to date; says why if it cannot. */
  private static @Nullable String settle(Folder folder, boolean older) {
    if (!older && folder.journal().toFile().length() == 0) {
      return null;
    }
    try {
      WriterLock lock = WriterLock.takeNow(folder);
      if (lock == null) {
        return null;
      }
      RunStore store = open(folder, lock, RunClock.system(), Limits.NORMAL, Retention.ofAll());
      store.close();
      return store.trouble();
    } catch (StoreException e) {
      return e.getMessage();
    }
  }

  /**
   * The runs that ended, all that were handed over before the question: a question waits for them,
   * which takes milliseconds.
   */
  public StoredRuns runs() {
    return runs;
  }

  /**
   * Says that a run began, or that it begins another attempt. When this returns, the run outlives
   * the death of this process: if no end follows, it will be told as {@code ProcessLost}, with what
   * was known here. One write to a file, no waiting for the disk; call it before each dial.
   */
  public void started(RunLog soFar) {
    try {
      journal.started(soFar.header().run(), JournalLine.started(soFar));
    } catch (RuntimeException fault) {
      trouble.lost(1, "a log cannot be spelled");
    }
  }

  /**
   * Hands over a run that ended. Some milliseconds later it outlives the death of this process. A
   * log that was stored under its id is replaced.
   */
  public void ended(RunLog log) {
    offer(new Write.Ended(log));
  }

  /**
   * Hands over what is reported of a run after its end. What the run has already is not added
   * again, so that a report may come twice.
   *
   * @param more at most {@value #MAX_APPENDED} events; the rest is counted as lost
   */
  public void append(Token run, List<RunEvent> more) {
    List<RunEvent> kept = List.copyOf(more.subList(0, Math.min(more.size(), MAX_APPENDED)));
    trouble.lost(
        more.size() - kept.size(), "a report had more than %d events".formatted(MAX_APPENDED));
    offer(new Write.Appended(run, kept));
  }

  /**
   * Waits until all that was handed over before is in the database.
   *
   * @return false if it is not, since the database refused; {@link #trouble()} says why
   */
  public boolean flush() {
    try {
      return backlog.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What went wrong since the store was opened, in one line; null if nothing did. */
  public @Nullable String trouble() {
    return trouble.line(backlog.size());
  }

  /**
   * Stores what waits, as far as the database takes it, and gives the folder free. What only the
   * journal took, the next writer stores.
   */
  @Override
  public void close() {
    backlog.close();
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    trouble.lost(backlog.onlyInMemory(), "the store was closed before the database took all");
    journal.close();
    lock.close();
  }

  private void offer(Write write) {
    if (!backlog.offer(write)) {
      journal.settled(List.of(write.run()));
      trouble.lost(1, "too much waits for the database, or the store is closed");
    }
  }

  /** Waits for room: what has no room now would have to wait in the journal for the next writer. */
  private void offerLeftBehind(RunLog left) {
    var write = new Write.LeftBehind(left);
    boolean taken = backlog.offer(write) || (flush() && backlog.offer(write));
    if (!taken) {
      trouble.note("a run that a dead process left stays in the journal");
    }
  }

  private static Thread startWriter(Writer writer) {
    var thread = new Thread(writer, "lastbyte-store");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
