// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the bytes of a segment from record to record. Where none stands that fits, though it
 * must have been written, it searches for the next one that does. Used once.
 */
final class SegmentScanner {

  /**
   * The most bytes that are summed up to find records behind damage. Damage that looks like records
   * at every turn, each as long as the rest, would take the square of the segment's bytes.
   */
  static final long SEARCHED_BYTES = 16L * 1024 * 1024;

  private static final int NONE = -1;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private final int writtenUpTo;
  private final boolean toTheEnd;
  private final List<JournalRecord> records = new ArrayList<>();
  private long searchedBytes;
  private long damaged;
  private int lastFound = NONE;
  private int at;
  private boolean isLast;

  /**
   * One of bytes with which a record begins.
   *
   * @param writtenUpTo before which of them all were written when they were read
   * @param toTheEnd whether the segment has no more
   * @param most the most records to go through
   */
  SegmentScanner(byte[] bytes, int writtenUpTo, boolean toTheEnd, int most) {
    this.bytes = bytes;
    this.writtenUpTo = writtenUpTo;
    this.toTheEnd = toTheEnd;
    while (records.size() < most && at < bytes.length && step()) {
      // to the next one
    }
    isLast |= at == bytes.length && toTheEnd;
  }

  /** The records that fit. */
  List<JournalRecord> records() {
    return records;
  }

  /** How often there was something else before one that fits, or before the end. */
  long damaged() {
    return damaged;
  }

  /** How many bytes all of that takes. */
  int end() {
    return at;
  }

  /** How many bytes were summed up to find records behind damage. */
  long searchedBytes() {
    return searchedBytes;
  }

  /** Whether nothing stands behind it, for now. */
  boolean isLast() {
    return isLast;
  }

  /** Where the last record begins that fits; -1 if none does. */
  int lastFound() {
    return lastFound;
  }

  /** Whether it goes on. */
  private boolean step() {
    RecordType type = fitsAt(at) ? typeAt(at) : null;
    if (type == null) {
      return at < writtenUpTo ? skipDamage() : stopAtUnwritten();
    }
    int content = at + OpenSegment.CONTENT_AT;
    int end = content + lengthAt(at);
    records.add(new JournalRecord(type, Arrays.copyOfRange(bytes, content, end)));
    lastFound = at;
    at = end;
    return true;
  }

  /** It is unwritten, or just being written, or reaches beyond these bytes. */
  private boolean stopAtUnwritten() {
    boolean isCut = bytes[at] != 0 && (!hasHeadAt(at) || lengthAt(at) > roomAt(at));
    isLast = toTheEnd || !isCut;
    return false;
  }

  /** It is damaged, or nothing more is: what follows tells which. */
  private boolean skipDamage() {
    if (!toTheEnd) {
      return false;
    }
    int next = find(at + 1);
    if (next == NONE && writtenUpTo < bytes.length) {
      isLast = true;
      return false; // more is still written here
    }
    if (next == NONE && bytes[at] == 0 && searchedBytes < SEARCHED_BYTES) {
      isLast = true;
      return false; // the writer was killed before there was a record
    }
    damaged++;
    isLast = next == NONE;
    at = isLast ? bytes.length : next;
    return !isLast;
  }

  private int find(int from) {
    for (int i = from; hasHeadAt(i) && searchedBytes < SEARCHED_BYTES; i++) {
      if (isPlausibleAt(i)) {
        searchedBytes += lengthAt(i);
        if (fitsAt(i)) {
          return i;
        }
      }
    }
    return NONE;
  }

  private boolean fitsAt(int i) {
    return isPlausibleAt(i)
        && Checksum.of(bytes[i], bytes, i + OpenSegment.CONTENT_AT, lengthAt(i))
            == (int) INT.get(bytes, i + OpenSegment.CHECKSUM_AT);
  }

  /** Whether a record can begin there, but for its checksum. */
  private boolean isPlausibleAt(int i) {
    return hasHeadAt(i) && typeAt(i) != null && lengthAt(i) >= 0 && lengthAt(i) <= roomAt(i);
  }

  private boolean hasHeadAt(int i) {
    return roomAt(i) >= 0;
  }

  /** The bytes that there are for a content. */
  private int roomAt(int i) {
    return bytes.length - i - OpenSegment.CONTENT_AT;
  }

  private @Nullable RecordType typeAt(int i) {
    return RecordType.of(bytes[i]);
  }

  private int lengthAt(int i) {
    return (int) INT.get(bytes, i + OpenSegment.LENGTH_AT);
  }
}
