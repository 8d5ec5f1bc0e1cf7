// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The field lines of a head as ranges of its bytes. Names are given in lower case and compared
 * without regard to case.
 */
public final class HeaderFields {

  private static final int NAME_START = 0;
  private static final int NAME_END = 1;
  private static final int VALUE_START = 2;
  private static final int VALUE_END = 3;
  private static final int WIDTH = 4;

  private final byte[] head;
  private final int headLength;
  private int[] ranges = new int[16 * WIDTH];
  private int count;

  /** Which lengths names have, up to a multiple of 64: most that are asked for are not there. */
  private long nameLengths;

  HeaderFields(byte[] head, int headLength) {
    this.head = head;
    this.headLength = headLength;
  }

  void add(int nameStart, int nameEnd, int valueStart, int valueEnd) {
    int slot = count * WIDTH;
    if (slot == ranges.length) {
      ranges = Arrays.copyOf(ranges, slot * 2);
    }
    ranges[slot + NAME_START] = nameStart;
    ranges[slot + NAME_END] = nameEnd;
    ranges[slot + VALUE_START] = valueStart;
    ranges[slot + VALUE_END] = valueEnd;
    nameLengths |= 1L << (nameEnd - nameStart);
    count++;
  }

  /**
   * The head as it came, from the first byte of its start line on. Shared, so do not change it;
   * good for as long as its tap is.
   */
  public byte[] head() {
    return head;
  }

  /** How many bytes of {@link #head()} are the head, its blank line included. */
  public int headLength() {
    return headLength;
  }

  /** How many field lines there are. */
  public int count() {
    return count;
  }

  /** Where the name of field {@code index} starts in the head: the start of its line. */
  public int nameStart(int index) {
    return ranges[index * WIDTH + NAME_START];
  }

  /** Where the value of field {@code index} starts in the head, whitespace skipped. */
  public int valueStart(int index) {
    return ranges[index * WIDTH + VALUE_START];
  }

  /** Where the value of field {@code index} ends in the head, whitespace left out. */
  public int valueEnd(int index) {
    return ranges[index * WIDTH + VALUE_END];
  }

  /** Whether field {@code index} is called {@code lowerName}. */
  public boolean isNamed(int index, String lowerName) {
    int start = nameStart(index);
    int length = ranges[index * WIDTH + NAME_END] - start;
    return length == lowerName.length() && sameLower(start, lowerName);
  }

  /** The name of field {@code index}, in lower case. */
  public String name(int index) {
    int start = nameStart(index);
    int length = ranges[index * WIDTH + NAME_END] - start;
    return new String(head, start, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }

  /** The value of field {@code index}. */
  public String value(int index) {
    int start = valueStart(index);
    return new String(head, start, valueEnd(index) - start, StandardCharsets.ISO_8859_1);
  }

  /** The index of the first field of that name from {@code from} on, or -1. */
  public int indexOf(String lowerName, int from) {
    if ((nameLengths & 1L << lowerName.length()) == 0) {
      return -1;
    }
    for (int i = from; i < count; i++) {
      if (isNamed(i, lowerName)) {
        return i;
      }
    }
    return -1;
  }

  /** The value of the first field of that name, or null if there is none. */
  public @Nullable String first(String lowerName) {
    int index = indexOf(lowerName, 0);
    return index < 0 ? null : value(index);
  }

  /** Whether a field of that name has {@code lowerToken} in its comma-separated list. */
  public boolean lists(String lowerName, String lowerToken) {
    for (int i = indexOf(lowerName, 0); i >= 0; i = indexOf(lowerName, i + 1)) {
      for (String item : value(i).split(",", -1)) {
        if (item.strip().equalsIgnoreCase(lowerToken)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean sameLower(int start, String lower) {
    for (int i = 0; i < lower.length(); i++) {
      int b = head[start + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
