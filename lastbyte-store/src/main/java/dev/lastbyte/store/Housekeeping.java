// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.report.log.RunLogFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of runs that need not be kept, though nobody reads: of the oldest files of the journal,
 * and of rows of the database. The file that is written into now, and the one made ready, are not
 * counted. For one thread.
 */
record Housekeeping(Folder folder, DatabaseFile file, Retention keep, Trouble trouble) {

  private static final int RECORDS_AT_ONCE = 1024;

  /** What is too old goes with its segment: at most by such a part of the age too late. */
  private static final int SEGMENTS_AN_AGE = 8;

  /** Whether there is anything to look for. */
  boolean hasBounds() {
    return !keep.isOfAll();
  }

  /**
   * How long a segment may be written into, so that its first record does not wait for its last.
   */
  @Nullable Long longestSegmentMillis() {
    return keep.age() == null ? null : keep.age().toMillis() / SEGMENTS_AN_AGE;
  }

  /** Looks once. */
  void look() {
    try {
      letSegmentsGo();
      if (Files.exists(folder.database())) {
        letRowsGo();
      }
    } catch (IOException | SQLException | RuntimeException e) {
      trouble.failed("old runs cannot be let go", e);
    }
  }

  private void letSegmentsGo() throws IOException {
    Segments segments = folder.segments();
    NavigableSet<Long> complete = segments.complete();
    long all = bytes(complete);
    for (long number : complete) {
      long bytes = segments.bytes(number);
      boolean tooMuch = keep.bytes() != null && all > keep.bytes();
      if (!tooMuch && !isTooOld(segments, number)) {
        return; // those behind it are newer
      }
      segments.delete(number);
      all -= bytes;
    }
  }

  /** What the journal takes is not there for the database. */
  private void letRowsGo() throws IOException, SQLException {
    Long bytes = keep.bytes();
    Long left = bytes == null ? null : Math.max(1, bytes - bytes(folder.segments().complete()));
    try (Database database = file.open()) {
      file.prune(database, new Retention(keep.age(), left));
    } catch (SQLException e) {
      if (!file.mayReplace(e)) {
        throw e;
      }
      file.moveAside();
    }
  }

  private long bytes(Collection<Long> numbers) {
    return numbers.stream().mapToLong(folder.segments()::bytes).sum();
  }

  private boolean isTooOld(Segments segments, long number) throws IOException {
    if (keep.age() == null) {
      return false;
    }
    long oldest = file.clock().epochMillis() - keep.age().toMillis();
    Path path = segments.path(number);
    for (long offset = 0; canBeRead(path); ) {
      Slice slice = Slice.read(path, offset, true, RECORDS_AT_ONCE);
      if (slice.entries().stream().anyMatch(entry -> isYounger(entry, slice.head(), oldest))) {
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
      return Slice.head(path) != null;
    } catch (StoreException e) {
      return false;
    }
  }

  private static boolean isYounger(
      Entry entry, @Nullable SegmentHeader head, long thanEpochMillis) {
    try {
      return head != null
          && entry.kind() != Kind.HEADER
          && entry.run(head).startedAtEpochMillis() >= thanEpochMillis;
    } catch (RunLogFormatException | RuntimeException e) {
      return false;
    }
  }
}
