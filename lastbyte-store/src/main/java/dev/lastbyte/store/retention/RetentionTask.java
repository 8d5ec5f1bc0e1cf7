// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.retention;

import dev.lastbyte.report.log.RunLogFormatException;
import dev.lastbyte.store.index.Database;
import dev.lastbyte.store.index.DatabaseFile;
import dev.lastbyte.store.journal.JournalRecord;
import dev.lastbyte.store.journal.RecordType;
import dev.lastbyte.store.journal.SegmentHeader;
import dev.lastbyte.store.journal.SegmentSlice;
import dev.lastbyte.store.journal.Segments;
import dev.lastbyte.store.journal.StoreHealth;
import dev.lastbyte.store.journal.StoreLayout;
import dev.lastbyte.store.model.Retention;
import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * Deletes expired runs also where no reader comes: of the oldest files of the journal, and of rows
 * of the database. The file that is written into now, and the one made ready, are not counted. For
 * one thread.
 */
public record RetentionTask(
    StoreLayout layout, DatabaseFile file, Retention retention, StoreHealth health) {

  private static final int RECORDS_AT_ONCE = 1024;

  /** What is too old goes with its segment: at most by such a part of the age too late. */
  private static final int SEGMENTS_PER_AGE = 8;

  /** Whether there is anything to look for. */
  boolean hasBounds() {
    return !retention.isOfAll();
  }

  /**
   * How long a segment may be written into, so that its first record does not wait for its last.
   */
  @Nullable Long longestSegmentMillis() {
    return retention.age() == null ? null : retention.age().toMillis() / SEGMENTS_PER_AGE;
  }

  /** Looks once. */
  void check() {
    try {
      pruneSegments();
      if (Files.exists(layout.database())) {
        pruneRows();
      }
    } catch (IOException | SQLException | RuntimeException e) {
      health.writeFailed("old runs cannot be let go", e);
    }
  }

  private void pruneSegments() throws IOException {
    Segments segments = layout.segments();
    NavigableSet<Long> complete = segments.complete();
    long all = bytes(complete);
    for (long number : complete) {
      long bytes = segments.bytes(number);
      boolean tooMuch = retention.bytes() != null && all > retention.bytes();
      if (!tooMuch && !isTooOld(segments, number)) {
        return; // those behind it are newer
      }
      segments.delete(number);
      all -= bytes;
    }
  }

  /** What the journal takes is not there for the database. */
  private void pruneRows() throws IOException, SQLException {
    Long bytes = retention.bytes();
    Long left = bytes == null ? null : Math.max(1, bytes - bytes(layout.segments().complete()));
    try (Database database = file.open()) {
      file.prune(database, new Retention(retention.age(), left));
    } catch (SQLException e) {
      if (!file.mayReplace(e)) {
        throw e;
      }
      file.moveAside();
    }
  }

  private long bytes(Collection<Long> numbers) {
    return numbers.stream().mapToLong(layout.segments()::bytes).sum();
  }

  private boolean isTooOld(Segments segments, long number) throws IOException {
    if (retention.age() == null) {
      return false;
    }
    long oldest = file.clock().epochMillis() - retention.age().toMillis();
    Path path = segments.path(number);
    for (long offset = 0; canBeRead(path); ) {
      SegmentSlice slice = SegmentSlice.read(path, offset, true, RECORDS_AT_ONCE);
      if (slice.records().stream().anyMatch(record -> isYounger(record, slice.header(), oldest))) {
        return false;
      }
      if (slice.isLast()) {
        return true;
      }
      offset = slice.end();
    }
    return Files.getLastModifiedTime(path).toMillis() < oldest;
  }

  /** Not if it is damaged, or of another version: then only the file tells its age. */
  private static boolean canBeRead(Path path) throws IOException {
    try {
      return SegmentSlice.head(path) != null;
    } catch (StoreException e) {
      return false;
    }
  }

  private static boolean isYounger(
      JournalRecord record, @Nullable SegmentHeader head, long thanEpochMillis) {
    try {
      return head != null
          && record.type() != RecordType.HEADER
          && record.runHeader(head).startedAtEpochMillis() >= thanEpochMillis;
    } catch (RunLogFormatException | RuntimeException e) {
      return false;
    }
  }
}
