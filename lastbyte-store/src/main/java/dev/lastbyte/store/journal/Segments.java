// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import dev.lastbyte.store.model.StoreException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files of a journal, numbered in the order in which they were written; some may be missing. A
 * file is begun when its first bytes are not all zero, and complete when a later one is begun.
 */
public record Segments(Path dir) {

  private static final String SUFFIX = ".seg";
  private static final int FEWEST_DIGITS = 8;
  private static final int MOST_DIGITS = 18;
  private static final int COUNTED_AT_ONCE = 1024;

  public Path path(long number) {
    return dir.resolve("%08d%s".formatted(number, SUFFIX));
  }

  /** The numbers of the files that there are. */
  public NavigableSet<Long> numbers() throws IOException {
    var numbers = new TreeSet<Long>();
    try (Stream<Path> files = Files.list(dir)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(Segments::isName)
          .forEach(name -> numbers.add(Long.valueOf(numberOf(name))));
    } catch (NoSuchFileException e) {
      return numbers; // nothing was recorded here yet
    }
    return numbers;
  }

  private static boolean isName(String name) {
    String number = numberOf(name);
    return name.endsWith(SUFFIX)
        && number.length() >= FEWEST_DIGITS
        && number.length() <= MOST_DIGITS
        && number.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static long numberOf(Path file) {
    return Long.parseLong(numberOf(file.getFileName().toString()));
  }

  private static String numberOf(String name) {
    return name.substring(0, Math.max(0, name.length() - SUFFIX.length()));
  }

  /** Whether a process ever recorded anything here that is still there. */
  public boolean isBegun() throws IOException {
    return newestBegun(numbers()) > 0;
  }

  /** Whether nothing is written into this file any more. */
  public boolean isComplete(long number) throws IOException {
    return newestBegun(numbers()) > number;
  }

  /** The numbers of the files into which nothing is written any more. */
  public NavigableSet<Long> complete() throws IOException {
    NavigableSet<Long> numbers = numbers();
    return numbers.headSet(newestBegun(numbers), false);
  }

  private long newestBegun(NavigableSet<Long> numbers) throws IOException {
    for (long number : numbers.descendingSet()) {
      if (isBegun(number)) {
        return number;
      }
    }
    return 0;
  }

  /** A first record whose first byte was lost is still one. */
  private boolean isBegun(long number) throws IOException {
    for (int at = 0; at < OpenSegment.OVERHEAD_BYTES; at++) {
      if (byteAt(number, at) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether something is told that begins there. */
  public boolean hasRecordAt(JournalPosition position) throws IOException {
    boolean isWritten =
        position.offset() == 0
            ? isBegun(position.segment())
            : byteAt(position.segment(), position.offset()) != 0;
    return isWritten || isComplete(position.segment());
  }

  /**
   * Makes the next file.
   *
   * @param above what its number is higher than, beside those of the files that there are
   * @throws DiskFullException if there is no room for it
   * @throws IOException if it cannot be made at all
   */
  public OpenSegment prepare(int bytes, long above) throws IOException {
    PrivateFiles.createFolder(dir);
    NavigableSet<Long> numbers = numbers();
    long last = numbers.isEmpty() ? above : Math.max(above, numbers.last());
    return OpenSegment.prepare(path(last + 1), bytes);
  }

  /** Deletes the files before this one, as far as the system lets us. */
  public void deleteBefore(long number) throws IOException {
    for (long earlier : numbers().headSet(number, false)) {
      delete(earlier);
    }
  }

  /** Deletes what an earlier writer had prepared and never begun. Only for a writer. */
  public void deleteUnbegun() throws IOException {
    NavigableSet<Long> numbers = numbers();
    numbers.tailSet(newestBegun(numbers), false).forEach(this::delete);
  }

  /** Deletes a file if the system lets us. */
  public void delete(long number) {
    try {
      Files.deleteIfExists(path(number));
    } catch (IOException e) {
      // Another process has it open, where that matters; the next maintenance run tries again.
    }
  }

  /** The size of a file; zero if there is none. */
  public long bytes(long number) {
    return path(number).toFile().length();
  }

  /**
   * How many runs end from there on. By their records: a segment's size tells nothing, since its
   * room is taken before anything is written into it.
   *
   * @throws StoreException if another version of Lastbyte wrote one of them
   */
  public long endedRunsFrom(JournalPosition position) throws IOException {
    long runs = 0;
    for (long number : numbers().tailSet(position.segment(), true)) {
      long offset = number == position.segment() ? position.offset() : 0;
      boolean isComplete = isComplete(number);
      SegmentSlice slice;
      do {
        slice = SegmentSlice.read(path(number), offset, isComplete, COUNTED_AT_ONCE);
        runs += slice.records().stream().filter(r -> r.type() == RecordType.ENDED).count();
        offset = slice.end();
      } while (!slice.isLast() && !slice.records().isEmpty());
    }
    return runs;
  }

  /** The byte; zero behind the end, or if there is no such file. */
  private byte byteAt(long number, long offset) throws IOException {
    try (var file = new RandomAccessFile(path(number).toFile(), "r")) {
      file.seek(offset);
      return (byte) Math.max(0, file.read());
    } catch (FileNotFoundException e) {
      return 0;
    }
  }
}
