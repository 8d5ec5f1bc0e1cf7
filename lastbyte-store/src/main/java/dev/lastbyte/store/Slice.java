// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some records of a segment, one behind the other. A record counts when its last byte is there and
 * none of its bytes is zero; so whoever reads while another process writes sees whole ones only.
 *
 * @param entries what could be read
 * @param damaged how many could not
 * @param end where the next one begins or will begin
 * @param isLast whether nothing stands behind them, for now
 */
record Slice(List<Entry> entries, long damaged, long end, boolean isLast) {

  private static final int FIRST_BYTES = 1024;

  private static final int MOST_FIRST_BYTES = 1024 * FIRST_BYTES;

  /** Two records of the largest kind; more than any log has. */
  private static final int MOST_BYTES = 512 * 1024 * 1024;

  /**
   * Reads on from there; nothing if the file is not there any more.
   *
   * @param isComplete whether nothing is written into this file any more: what is no whole record
   *     never will be one
   * @param most the most records to read
   */
  static Slice read(Path path, long offset, boolean isComplete, int most) throws IOException {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      long left = Math.max(0, file.length() - offset);
      for (int chunk = Math.min(MOST_FIRST_BYTES, most * FIRST_BYTES); ; chunk *= 2) {
        var bytes = new byte[(int) Math.min(left, chunk)];
        file.seek(offset);
        file.readFully(bytes);
        boolean toTheEnd = bytes.length == left || chunk >= MOST_BYTES;
        Slice slice = new Parsing(bytes, offset, isComplete, toTheEnd, most).slice();
        if (slice.isLast || slice.end > offset) {
          return slice;
        }
      }
    } catch (FileNotFoundException e) {
      return new Slice(List.of(), 0, offset, true);
    }
  }

  /** Goes through the bytes once. */
  private static final class Parsing {

    private final byte[] bytes;
    private final long offset;
    private final boolean isComplete;
    private final boolean toTheEnd;
    private final int most;
    private final List<Entry> entries = new ArrayList<>();
    private long damaged;
    private int at;

    Parsing(byte[] bytes, long offset, boolean isComplete, boolean toTheEnd, int most) {
      this.bytes = bytes;
      this.offset = offset;
      this.isComplete = isComplete;
      this.toTheEnd = toTheEnd;
      this.most = most;
    }

    Slice slice() {
      while (entries.size() < most && at < bytes.length && bytes[at] != 0) {
        int end = endFrom(at);
        if (end < bytes.length && bytes[end] == OpenSegment.END) {
          add(at, end);
          at = end + 1;
        } else if (end < bytes.length && isComplete) {
          skipFrom(end);
        } else if (end < bytes.length) {
          return slice(true); // it is just being written
        } else {
          return cutShort();
        }
      }
      boolean over = at < bytes.length ? bytes[at] == 0 : toTheEnd;
      return slice(over);
    }

    /** The record's last byte, or a zero within it, or the end of what was read. */
    private int endFrom(int from) {
      int end = from;
      while (end < bytes.length && bytes[end] != OpenSegment.END && bytes[end] != 0) {
        end++;
      }
      return end;
    }

    private void add(int from, int to) {
      Kind kind = Kind.of(bytes[from]);
      if (kind == null) {
        damaged++;
      } else {
        entries.add(new Entry(kind, Arrays.copyOfRange(bytes, from + 1, to)));
      }
    }

    /** A hole: the next record begins behind the next end of one, if there is any. */
    private void skipFrom(int hole) {
      damaged++;
      int end = hole;
      while (end < bytes.length && bytes[end] != OpenSegment.END) {
        end++;
      }
      at = Math.min(bytes.length, end + 1);
    }

    private Slice cutShort() {
      if (toTheEnd && isComplete) {
        damaged++;
        at = bytes.length;
      }
      return slice(toTheEnd);
    }

    private Slice slice(boolean isLast) {
      return new Slice(List.copyOf(entries), damaged, offset + at, isLast);
    }
  }
}
