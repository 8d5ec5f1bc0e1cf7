// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.CompactLog;
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
  private final Recording recording;
  private final Thread caretaker;
  private final Rounds rounds;
  private final StoredRuns runs;

  private RunStore(Folder folder, WriterLock lock, RunClock clock, Limits limits, Retention keep)
      throws IOException {
    this.lock = lock;
    this.trouble = new Trouble(clock);
    var file = new DatabaseFile(folder.database(), limits, keep, clock, trouble, true);
    Segments segments = folder.segments();
    segments.deleteUnbegun();
    OpenSegment first = first(segments, limits, trouble);
    SegmentHeader header = SegmentHeader.ofNewSession(clock.epochMillis());
    this.recording = new Recording(first, header, clock, limits, trouble);
    this.runs =
        new StoredRuns(
            folder, new Index(folder, file, trouble, SlowPass.UNTOLD, this::awaitWritten));
    this.rounds = new Rounds(new Housekeeping(folder, file, keep, trouble), recording);
    this.caretaker = start(new Caretaker(recording, segments, rounds));
  }

  /** Without room there is none for now: what is recorded waits, and the traffic does not. */
  private static @Nullable OpenSegment first(Segments segments, Limits limits, Trouble trouble)
      throws IOException {
    try {
      return segments.prepare(limits.segmentBytes());
    } catch (NoRoomException e) {
      trouble.failed("the journal cannot begin", e);
      return null;
    }
  }

  /**
   * Opens a folder for writing; makes it if there is none. What was recorded before is not looked
   * at. A full disk is said by {@link #trouble()}.
   *
   * @throws StoreException if another writer holds the folder, or it cannot be written
   */
  public static RunStore open(Path dir, RunClock clock) throws StoreException {
    return open(dir, clock, Retention.ofAll());
  }

  /**
   * Opens a folder for writing as above, and keeps no more than it should. It looks every ten
   * minutes, and when somebody reads.
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
    var trouble = new Trouble(clock);
    WriterLock lock = WriterLock.take(folder);
    try (Database database = Database.open(folder.database(), Limits.NORMAL)) {
      Segments segments = folder.segments();
      var pass = new Pass(database, segments, trouble, SlowPass.UNTOLD);
      pass.run();
      pass.allAreLost();
      long gone = database.pruneAll(keep, clock.epochMillis());
      // All that they told is in the database, or was to go; nobody writes into them now.
      segments.numbers().forEach(segments::delete);
      return gone;
    } catch (SQLException | IOException e) {
      throw new StoreException("the runs in " + dir + " cannot be let go: " + e.getMessage(), e);
    } finally {
      lock.close();
    }
  }

  static RunStore open(Folder folder, RunClock clock, Limits limits) throws StoreException {
    return open(folder, clock, limits, Retention.ofAll());
  }

  static RunStore open(Folder folder, RunClock clock, Limits limits, Retention keep)
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
    } catch (IOException e) {
      lock.close();
      throw new StoreException(
          "the store in " + folder.dir() + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /**
   * Opens a folder for reading, beside its writer if there is one. What was recorded since somebody
   * read last is brought into the database first; runs that a dead process left without an end get
   * their {@code ProcessLost}.
   *
   * @throws StoreException if the folder holds no runs, or they cannot be read
   */
  public static StoredRuns read(Path dir) throws StoreException {
    return read(dir, SlowPass.UNTOLD);
  }

  /**
   * Opens a folder for reading as above.
   *
   * @param slow is told when that takes long, now or at a later question
   * @throws StoreException as above
   */
  public static StoredRuns read(Path dir, SlowPass slow) throws StoreException {
    var folder = new Folder(dir);
    if (!Files.exists(folder.database()) && !Files.exists(folder.segments().dir())) {
      throw new StoreException(
          "no runs are stored in %s: there is no %s"
              .formatted(dir, folder.database().getFileName()),
          null);
    }
    var runs = new StoredRuns(folder, Index.ofReader(folder, slow));
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
    record(Kind.STARTED, soFar);
  }

  /**
   * Hands over a run that ended. When this returns, it outlives the death of this process. A log
   * that was stored under its id is replaced.
   */
  public void ended(RunLog log) {
    record(Kind.ENDED, log);
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
    record(Kind.REPORTED, new RunLog(new RunHeader(run, 0, null), kept, 0));
  }

  /** What went wrong since the store was opened, in one line; null if nothing did. */
  public @Nullable String trouble() {
    return trouble.isNone() ? null : trouble.line(recording.waiting());
  }

  /** Gives the folder free. What was recorded is where it was, for whoever reads or writes next. */
  @Override
  public void close() {
    recording.close();
    try {
      caretaker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    rounds.close();
    lock.close();
  }

  /** Looks for old runs now. */
  void look() {
    rounds.soon();
  }

  /** Waits until what was recorded before is in the journal, or until there is no room for it. */
  void awaitWritten() {
    recording.awaitWritten();
  }

  private void record(Kind kind, RunLog log) {
    try {
      recording.append(kind, CompactLog.encode(log));
    } catch (RuntimeException fault) {
      trouble.lost(1, "a log cannot be spelled");
    }
  }

  private static Thread start(Caretaker caretaker) {
    var thread = new Thread(caretaker, "lastbyte-store");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
