// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.compact.CompactLog;
import dev.lastbyte.store.index.Database;
import dev.lastbyte.store.index.DatabaseFile;
import dev.lastbyte.store.index.Indexer;
import dev.lastbyte.store.index.IndexingPass;
import dev.lastbyte.store.journal.DiskFullException;
import dev.lastbyte.store.journal.FolderProtection;
import dev.lastbyte.store.journal.FolderWatch;
import dev.lastbyte.store.journal.HealthReporter;
import dev.lastbyte.store.journal.JournalWriter;
import dev.lastbyte.store.journal.OpenSegment;
import dev.lastbyte.store.journal.PrivateFiles;
import dev.lastbyte.store.journal.RecordType;
import dev.lastbyte.store.journal.SegmentHeader;
import dev.lastbyte.store.journal.Segments;
import dev.lastbyte.store.journal.StoreHealth;
import dev.lastbyte.store.journal.StoreLayout;
import dev.lastbyte.store.journal.StoreLimits;
import dev.lastbyte.store.journal.TroubleFile;
import dev.lastbyte.store.journal.WriterLock;
import dev.lastbyte.store.model.Retention;
import dev.lastbyte.store.model.SlowIndexListener;
import dev.lastbyte.store.model.StoreException;
import dev.lastbyte.store.retention.RetentionScheduler;
import dev.lastbyte.store.retention.RetentionTask;
import dev.lastbyte.store.retention.SegmentPreparer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a folder of runs. Thread-safe. Once open it throws nothing: what goes wrong is
 * said by {@link #health()}, and the traffic goes on.
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
  private final StoreHealth health;
  private final JournalWriter journalWriter;
  private final HealthReporter healthReporter;
  private final Thread preparerThread;
  private final RetentionScheduler retentionScheduler;
  private final StoredRuns runs;
  private final List<String> notices;

  private RunStore(
      StoreLayout layout, WriterLock lock, RunClock clock, StoreLimits limits, Retention retention)
      throws IOException {
    this.notices = FolderProtection.apply(layout);
    this.lock = lock;
    this.health = new StoreHealth(clock);
    var file = new DatabaseFile(layout.database(), limits, retention, clock, health, true);
    Segments segments = layout.segments();
    segments.deleteUnbegun();
    OpenSegment first = first(segments, limits, health);
    SegmentHeader header = SegmentHeader.ofNewSession(clock.epochMillis());
    this.journalWriter = new JournalWriter(first, header, clock, limits, health);
    this.runs =
        new StoredRuns(
            layout,
            new Indexer(layout, file, health, SlowIndexListener.NONE, this::awaitWritten),
            List.of());
    this.retentionScheduler =
        new RetentionScheduler(new RetentionTask(layout, file, retention, health), journalWriter);
    this.healthReporter = new HealthReporter(health, journalWriter, new TroubleFile(layout));
    this.preparerThread =
        start(
            new SegmentPreparer(
                journalWriter,
                segments,
                first == null ? 0 : first.number(),
                new FolderWatch(layout, lock, journalWriter, health),
                healthReporter,
                retentionScheduler));
  }

  /** Without room there is none for now: what is recorded waits, and the traffic does not. */
  private static @Nullable OpenSegment first(
      Segments segments, StoreLimits limits, StoreHealth health) throws IOException {
    try {
      return segments.prepare(limits.segmentBytes(), 0);
    } catch (DiskFullException e) {
      health.writeFailed("the journal cannot begin", e);
      return null;
    }
  }

  /**
   * Opens a folder for writing; makes it if there is none. What was recorded before is not looked
   * at. A full disk is said by {@link #health()}.
   *
   * @throws StoreException if another writer holds the folder, or it cannot be written
   */
  public static RunStore open(Path dir, RunClock clock) throws StoreException {
    return open(dir, clock, Retention.ofAll());
  }

  /**
   * Opens a folder for writing as above, and keeps no more than it should. It looks every ten
   * minutes, and when a reader opens it.
   *
   * @throws StoreException as above
   */
  public static RunStore open(Path dir, RunClock clock, Retention retention) throws StoreException {
    return open(new StoreLayout(dir), clock, StoreLimits.NORMAL, retention);
  }

  /**
   * Makes a folder for runs, closed to other users; leaves one that is there as it is.
   *
   * @throws IOException if it cannot be made
   */
  public static void createFolder(Path dir) throws IOException {
    PrivateFiles.createFolder(dir);
  }

  /**
   * Lets go of all runs that need not be kept, and gives their room back to the disk.
   *
   * @return how many went
   * @throws StoreException if a writer holds the folder, or it cannot be written
   */
  public static long prune(Path dir, RunClock clock, Retention retention) throws StoreException {
    read(dir);
    var layout = new StoreLayout(dir);
    var health = new StoreHealth(clock);
    WriterLock lock = WriterLock.acquire(layout);
    try (Database database = Database.open(layout.database(), StoreLimits.NORMAL)) {
      Segments segments = layout.segments();
      var indexingPass = new IndexingPass(database, segments, health, SlowIndexListener.NONE);
      indexingPass.run();
      indexingPass.markOpenRunsLost();
      long gone = database.pruneAll(retention, clock.epochMillis());
      // All their records are in the database, or expired; no process writes into them now.
      segments.numbers().forEach(segments::delete);
      return gone;
    } catch (SQLException | IOException e) {
      throw new StoreException("the runs in " + dir + " cannot be let go: " + e.getMessage(), e);
    } finally {
      lock.close();
    }
  }

  static RunStore open(StoreLayout layout, RunClock clock, StoreLimits limits)
      throws StoreException {
    return open(layout, clock, limits, Retention.ofAll());
  }

  static RunStore open(StoreLayout layout, RunClock clock, StoreLimits limits, Retention retention)
      throws StoreException {
    try {
      PrivateFiles.createFolder(layout.dir());
    } catch (IOException e) {
      throw new StoreException("the folder " + layout.dir() + " cannot be made", e);
    }
    return open(layout, WriterLock.acquire(layout), clock, limits, retention);
  }

  private static RunStore open(
      StoreLayout layout, WriterLock lock, RunClock clock, StoreLimits limits, Retention retention)
      throws StoreException {
    try {
      return new RunStore(layout, lock, clock, limits, retention);
    } catch (IOException e) {
      lock.close();
      throw new StoreException(
          "the store in " + layout.dir() + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Whether runs were ever recorded there. */
  public static boolean isFolderOfRuns(Path dir) {
    var layout = new StoreLayout(dir);
    return Files.exists(layout.database()) || Files.exists(layout.segments().dir());
  }

  /**
   * Opens a folder for reading, beside its writer if there is one. What was recorded since the last
   * reading is brought into the database first; runs that a dead process left without an end get
   * their {@code ProcessLost}.
   *
   * @throws StoreException if the folder holds no runs, or they cannot be read
   */
  public static StoredRuns read(Path dir) throws StoreException {
    return read(dir, SlowIndexListener.NONE);
  }

  /**
   * Opens a folder for reading as above.
   *
   * @param slowListener is told when that takes long, now or at a later question
   * @throws StoreException as above
   */
  public static StoredRuns read(Path dir, SlowIndexListener slowListener) throws StoreException {
    var layout = new StoreLayout(dir);
    if (!isFolderOfRuns(dir)) {
      throw new StoreException(
          "no runs are stored in %s: there is no %s"
              .formatted(dir, layout.database().getFileName()),
          null);
    }
    var runs =
        new StoredRuns(layout, Indexer.ofReader(layout, slowListener), readersNotices(layout));
    runs.check();
    return runs;
  }

  /**
   * The runs that ended, all that were handed over before the question. A question brings them into
   * the database first, which may take seconds: nothing for a thread that others wait for.
   */
  public StoredRuns runs() {
    return runs;
  }

  /**
   * Says that a run began, or that it begins another attempt. When this returns, the run outlives
   * the death of this process: if no end follows, it will be told as {@code ProcessLost}, with what
   * was known here. Microseconds, no waiting for a disk; call it before each dial.
   */
  public void started(RunLog soFar) {
    record(RecordType.STARTED, soFar);
  }

  /**
   * Hands over a run that ended. When this returns, it outlives the death of this process. A log
   * that was stored under its id is replaced.
   */
  public void ended(RunLog log) {
    record(RecordType.ENDED, log);
  }

  /**
   * Hands over what is reported of a run after its end. What the run has already is not added
   * again, so that a report may come twice.
   *
   * @param more at most {@value #MAX_APPENDED} events; the rest is counted as lost
   */
  public void append(Token run, List<RunEvent> more) {
    List<RunEvent> kept = List.copyOf(more.subList(0, Math.min(more.size(), MAX_APPENDED)));
    health.recordsLost(
        more.size() - kept.size(), "a report had more than %d events".formatted(MAX_APPENDED));
    record(RecordType.REPORTED, new RunLog(new RunHeader(run, 0, null), kept, 0));
  }

  /** What went wrong since the store was opened, in one line; null if nothing did. */
  public @Nullable String health() {
    return health.isHealthy() ? null : health.summary(journalWriter.waiting());
  }

  /**
   * What a person should know of how the folder was found when it was opened, a line each; no
   * trouble, since it was set right.
   */
  public List<String> notices() {
    return notices;
  }

  private static List<String> readersNotices(StoreLayout layout) {
    List<String> notices = new ArrayList<>(FolderProtection.apply(layout));
    notices.addAll(new TroubleFile(layout).take());
    return List.copyOf(notices);
  }

  /**
   * Calls that whenever {@link #health()} has something new to say, within a second and on a thread
   * of its own, one call at a time.
   */
  public void onHealthChange(Runnable listener) {
    healthReporter.listener(listener);
  }

  /** Releases the folder's lock. The records stay where they are, for the next reader or writer. */
  @Override
  public void close() {
    journalWriter.close();
    try {
      preparerThread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    retentionScheduler.close();
    healthReporter.close();
    lock.close();
  }

  /** Looks for old runs now. */
  void checkRetention() {
    retentionScheduler.schedule();
  }

  /** Waits until what was recorded before is in the journal, or until there is no room for it. */
  void awaitWritten() {
    journalWriter.awaitWritten();
  }

  /** Waits until that holds; for what {@link #health()} says of the journal. */
  void await(BooleanSupplier condition) throws InterruptedException {
    journalWriter.await(condition);
  }

  private void record(RecordType type, RunLog log) {
    try {
      journalWriter.append(type, CompactLog.encode(log));
    } catch (RuntimeException fault) {
      health.recordsLost(1, "a log cannot be spelled");
    } catch (InternalError fault) {
      // A page that the disk could not give, of which the JVM tells later than where it happened.
      health.writeFailed("the journal cannot be written", fault);
    }
  }

  private static Thread start(SegmentPreparer preparer) {
    var thread = new Thread(preparer, "lastbyte-store");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
