// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import dev.lastbyte.store.journal.JournalPosition;
import dev.lastbyte.store.journal.SegmentHeader;
import dev.lastbyte.store.journal.SegmentSlice;
import dev.lastbyte.store.journal.Segments;
import dev.lastbyte.store.journal.StoreHealth;
import dev.lastbyte.store.model.SlowIndexListener;
import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.TimeUnit;

/** One reading of what the journal has and the database has not. Used once, by one thread. */
public final class IndexingPass {

  private static final int MOST_RECORDS = 1024;

  private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Database database;
  private final Segments segments;
  private final StoreHealth health;
  private final SlowIndexListener slowListener;
  private final long startedAtNanos = System.nanoTime();
  private long runs;
  private boolean notified;

  public IndexingPass(
      Database database, Segments segments, StoreHealth health, SlowIndexListener slowListener) {
    this.database = database;
    this.segments = segments;
    this.health = health;
    this.slowListener = slowListener;
  }

  /** Indexes all that there is; returns up to where. */
  public JournalPosition run() throws SQLException, IOException {
    JournalPosition before = database.checkpoint().position();
    while (segments.hasRecordAt(resumeAt(before))) {
      JournalPosition after = step();
      if (after.equals(before)) {
        break; // a record is just being written
      }
      before = after;
      notifyIfSlow(after);
    }
    return before;
  }

  /** The open runs are lost, since their writer is. To be called while no process can write. */
  public void markOpenRunsLost() throws SQLException {
    database.begin();
    var batch = new IndexBatch(database, database.checkpoint().position().session());
    batch.markOpenRunsLost();
    database.commit();
    count(batch);
  }

  /** Some records, all or nothing; returns up to where. */
  private JournalPosition step() throws SQLException, IOException {
    database.begin();
    JournalPosition before = database.checkpoint().position();
    JournalPosition from = resumeAt(before);
    boolean isComplete = segments.isComplete(from.segment());
    SegmentSlice slice =
        SegmentSlice.read(segments.path(from.segment()), from.offset(), isComplete, MOST_RECORDS);
    var batch = new IndexBatch(database, before.session());
    batch.write(parse(slice));
    var reached = new JournalPosition(from.segment(), slice.end(), batch.session());
    JournalPosition after = isComplete && slice.isLast() ? nextAfter(reached) : reached;
    if (after.equals(before)) {
      database.rollback();
    } else {
      database.checkpoint().moveTo(after);
      database.commit();
      health.recordsLost(slice.damaged(), "a record of the journal is damaged");
      count(batch);
    }
    return after;
  }

  private static List<ParsedRecord> parse(SegmentSlice slice) {
    return slice.records().parallelStream()
        .map(record -> ParsedRecord.parse(record, slice.header()))
        .toList();
  }

  private void count(IndexBatch batch) {
    runs += batch.runs();
    health.recordsLost(batch.unreadable(), "a record of the journal cannot be read");
    health.recordsLost(batch.unknownRuns(), "an event came for a run that is not stored");
  }

  /**
   * Where to read on. What was deleted unread is passed over; a journal of others is read whole.
   */
  private JournalPosition resumeAt(JournalPosition position) throws IOException {
    NavigableSet<Long> numbers = segments.numbers();
    if (numbers.isEmpty()) {
      return position;
    }
    if (position.segment() > numbers.last() || !isSameJournal(position, numbers)) {
      return position.at(numbers.first());
    }
    Long there = numbers.ceiling(position.segment());
    return there == null || there == position.segment() ? position : position.at(there);
  }

  private boolean isSameJournal(JournalPosition position, NavigableSet<Long> numbers)
      throws IOException {
    if (position.offset() == 0 || !numbers.contains(position.segment())) {
      return true;
    }
    try {
      SegmentHeader head = SegmentSlice.head(segments.path(position.segment()));
      return head == null || head.session().equals(position.session());
    } catch (StoreException e) {
      return true; // it is refused when it is read
    }
  }

  private JournalPosition nextAfter(JournalPosition last) throws IOException {
    Long next = segments.numbers().higher(last.segment());
    return last.at(next == null ? last.segment() + 1 : next);
  }

  private void notifyIfSlow(JournalPosition at) throws IOException {
    if (!notified && System.nanoTime() - startedAtNanos > SLOW_NANOS) {
      notified = true;
      long toRead = segments.endedRunsFrom(at);
      if (toRead > 0) {
        slowListener.stillIndexing(runs + toRead);
      }
    }
  }
}
