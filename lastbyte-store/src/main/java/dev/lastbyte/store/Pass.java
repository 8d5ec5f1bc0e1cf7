// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.TimeUnit;

/** One reading of what the journal has and the database has not. Used once, by one thread. */
final class Pass {

  private static final int MOST_RECORDS = 1024;

  private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Database database;
  private final Segments segments;
  private final Trouble trouble;
  private final SlowPass slow;
  private final long beganAtNanos = System.nanoTime();
  private long runs;
  private long bytes;
  private boolean told;

  Pass(Database database, Segments segments, Trouble trouble, SlowPass slow) {
    this.database = database;
    this.segments = segments;
    this.trouble = trouble;
    this.slow = slow;
  }

  /** Indexes all that there is; returns up to where. */
  Position run() throws SQLException, IOException {
    Position before = database.progress().position();
    while (segments.goesOnAt(placeOf(before))) {
      Position after = step();
      if (after.equals(before)) {
        break; // a record is just being written
      }
      before = after;
      tell(after);
    }
    return before;
  }

  /** What went on is lost, since its writer is. To be called while nobody can write. */
  void allAreLost() throws SQLException {
    database.begin();
    var batch = new Batch(database, database.progress().position().session());
    batch.allAreLost();
    database.commit();
    count(batch);
  }

  /** Some records, all or nothing; returns up to where. */
  private Position step() throws SQLException, IOException {
    database.begin();
    Position before = database.progress().position();
    Position from = placeOf(before);
    boolean isComplete = segments.isComplete(from.segment());
    Slice slice =
        Slice.read(segments.path(from.segment()), from.offset(), isComplete, MOST_RECORDS);
    var batch = new Batch(database, before.session());
    batch.write(told(slice));
    var reached = new Position(from.segment(), slice.end(), batch.session());
    Position after = isComplete && slice.isLast() ? nextAfter(reached) : reached;
    if (after.equals(before)) {
      database.rollBack();
    } else {
      database.progress().moveTo(after);
      database.commit();
      bytes += slice.end() - from.offset();
      trouble.lost(slice.damaged(), "a record of the journal is damaged");
      count(batch);
    }
    return after;
  }

  private static List<Told> told(Slice slice) {
    return slice.entries().parallelStream().map(entry -> Told.by(entry, slice.head())).toList();
  }

  private void count(Batch batch) {
    runs += batch.runs();
    trouble.lost(batch.unreadable(), "a record of the journal cannot be read");
    trouble.lost(batch.unknown(), "an event came for a run that is not stored");
  }

  /**
   * Where to read on. What was deleted unread is passed over; a journal of others is read whole.
   */
  private Position placeOf(Position position) throws IOException {
    NavigableSet<Long> numbers = segments.numbers();
    if (numbers.isEmpty()) {
      return position;
    }
    if (position.segment() > numbers.last() || !isOurs(position, numbers)) {
      return position.at(numbers.first());
    }
    Long there = numbers.ceiling(position.segment());
    return there == null || there == position.segment() ? position : position.at(there);
  }

  private boolean isOurs(Position position, NavigableSet<Long> numbers) throws IOException {
    if (position.offset() == 0 || !numbers.contains(position.segment())) {
      return true;
    }
    try {
      SegmentHeader head = Slice.head(segments.path(position.segment()));
      return head == null || head.session().equals(position.session());
    } catch (StoreException e) {
      return true; // it is refused when it is read
    }
  }

  private Position nextAfter(Position last) throws IOException {
    Long next = segments.numbers().higher(last.segment());
    return last.at(next == null ? last.segment() + 1 : next);
  }

  private void tell(Position at) throws IOException {
    if (!told && System.nanoTime() - beganAtNanos > LONG_NANOS && bytes > 0) {
      told = true;
      double runsPerByte = (double) runs / bytes;
      slow.goesOn(Math.round(runsPerByte * (segments.bytesFrom(at.segment()) - at.offset())));
    }
  }
}
