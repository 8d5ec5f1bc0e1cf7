// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some records of a segment, one behind the other. A record counts when its checksum fits; so a
 * reader beside a writing process sees whole ones only.
 *
 * @param header how the segment begins, or null if that cannot be read: then no log of it can
 * @param records what could be read
 * @param damaged how many could not
 * @param end where the next one begins or will begin
 * @param isLast whether nothing stands behind them, for now
 */
public record SegmentSlice(
    @Nullable SegmentHeader header,
    List<JournalRecord> records,
    long damaged,
    long end,
    boolean isLast) {

  /** Most records take less. */
  private static final int RECORD_BYTES = 1024;

  /** The first record has a dictionary. */
  private static final int LEAST_BYTES = 16 * RECORD_BYTES;

  private static final int MOST_FIRST_BYTES = 1024 * RECORD_BYTES;

  /** Two records of the largest kind; more than any log has. */
  private static final int MOST_BYTES = 512 * 1024 * 1024;

  /**
   * Reads on from there; nothing if the file is not there any more.
   *
   * @param isComplete whether nothing is written into this file any more: what is no whole record
   *     never will be one
   * @param most the most records to read
   * @throws StoreException if another version of Lastbyte wrote the segment
   */
  public static SegmentSlice read(Path path, long offset, boolean isComplete, int most)
      throws IOException {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      SegmentScanner scanner = scan(file, offset, isComplete, most);
      long end = offset + scanner.end();
      // In this order: the writer of the records had written the header.
      return new SegmentSlice(
          head(file), scanner.records(), scanner.damaged(), end, scanner.isLast());
    } catch (FileNotFoundException e) {
      return new SegmentSlice(null, List.of(), 0, offset, true);
    }
  }

  /**
   * How a segment begins; null if that cannot be read, or there is no such file.
   *
   * @throws StoreException if another version of Lastbyte wrote it
   */
  static @Nullable public SegmentHeader head(Path path) throws IOException {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      return head(file);
    } catch (FileNotFoundException e) {
      return null;
    }
  }

  private static @Nullable SegmentHeader head(RandomAccessFile file) throws IOException {
    SegmentHeader.rejectVersion1(bytes(file, 0, RECORD_BYTES));
    List<JournalRecord> first = scan(file, 0, true, 1).records();
    return first.isEmpty() || first.getFirst().type() != RecordType.HEADER
        ? null
        : SegmentHeader.of(first.getFirst().content());
  }

  private static SegmentScanner scan(
      RandomAccessFile file, long offset, boolean isComplete, int most) throws IOException {
    int written = isComplete ? Integer.MAX_VALUE : 0;
    int chunk = Math.clamp((long) most * RECORD_BYTES, LEAST_BYTES, MOST_FIRST_BYTES);
    for (; ; ) {
      byte[] bytes = bytes(file, offset, chunk);
      boolean toTheEnd = bytes.length < chunk || chunk >= MOST_BYTES;
      var scanner = new SegmentScanner(bytes, written, toTheEnd, most);
      boolean stopped =
          scanner.isLast()
              && scanner.end() < bytes.length
              && (bytes[scanner.end()] != 0
                  || (offset == 0 && isHeadWithoutItsKind(scanner, bytes)));
      int surely = stopped && written == 0 ? writtenBytes(bytes) : 0;
      if (surely > scanner.end()) {
        written = surely; // to be read again
      } else if (scanner.isLast() || scanner.end() > 0) {
        return scanner;
      } else {
        chunk *= 2;
      }
    }
  }

  /** Behind a segment's end all is zero, but the first byte of a file may be lost. */
  private static boolean isHeadWithoutItsKind(SegmentScanner scanner, byte[] bytes) {
    int length = Math.min(OpenSegment.OVERHEAD_BYTES, bytes.length);
    return scanner.end() == 0 && IntStream.range(0, length).anyMatch(place -> bytes[place] != 0);
  }

  /**
   * Something that is no record is being written, unless there is one behind it: then all before
   * that one was written when these bytes were read, though they may have been read too early.
   */
  private static int writtenBytes(byte[] bytes) {
    return Math.max(
        0, new SegmentScanner(bytes, Integer.MAX_VALUE, true, Integer.MAX_VALUE).lastFound());
  }

  /** Fewer if the file has no more. It may be cut behind its last record at this moment. */
  private static byte[] bytes(RandomAccessFile file, long offset, int most) throws IOException {
    var bytes = new byte[Math.clamp(file.length() - offset, 0, most)];
    file.seek(offset);
    int length = 0;
    int read;
    do {
      read = file.read(bytes, length, bytes.length - length);
      length += Math.max(0, read);
    } while (read > 0);
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }
}
