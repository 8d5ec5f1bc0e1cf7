// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

/** Reads the field lines of a complete head. */
final class HeadLines {

  private static final boolean[] TOKEN_BYTES = tokenBytes();

  private final byte[] bytes;
  private final int length;
  private final boolean strict;
  private int at;

  /**
   * @param strict whether to refuse what a recipient of a response is told to repair
   */
  HeadLines(byte[] bytes, int length, boolean strict) {
    this.bytes = bytes;
    this.length = length;
    this.strict = strict;
  }

  /** Where the start line ends; the fields come next. */
  int startLineEnd() {
    int lineFeed = lineFeedFrom(0);
    at = lineFeed + 1;
    return withoutCr(0, lineFeed);
  }

  HeaderFields fields() throws RefusedException {
    var fields = new HeaderFields(bytes, length);
    while (at < length) {
      int lineFeed = lineFeedFrom(at);
      int end = withoutCr(at, lineFeed);
      if (end > at) {
        field(fields, at, end);
      }
      at = lineFeed + 1;
    }
    return fields;
  }

  private void field(HeaderFields fields, int start, int end) throws RefusedException {
    if (isSpace(bytes[start])) {
      if (strict) {
        throw new RefusedException(Refusal.LINE_FOLDING);
      }
      return;
    }
    int colon = start;
    while (colon < end && isTokenByte(bytes[colon])) {
      colon++;
    }
    int nameEnd = colon;
    while (colon < end && isSpace(bytes[colon])) {
      colon++;
    }
    if (colon == end || bytes[colon] != ':' || nameEnd == start) {
      throw new RefusedException(Refusal.BAD_FIELD);
    }
    if (strict && colon > nameEnd) {
      throw new RefusedException(Refusal.SPACE_BEFORE_COLON);
    }
    addTrimmed(fields, start, nameEnd, colon + 1, end);
  }

  private void addTrimmed(HeaderFields fields, int nameStart, int nameEnd, int start, int end) {
    int valueStart = start;
    int valueEnd = end;
    while (valueStart < valueEnd && isSpace(bytes[valueStart])) {
      valueStart++;
    }
    while (valueEnd > valueStart && isSpace(bytes[valueEnd - 1])) {
      valueEnd--;
    }
    fields.add(nameStart, nameEnd, valueStart, valueEnd);
  }

  private int lineFeedFrom(int start) {
    int end = start;
    while (bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private int withoutCr(int start, int lineFeed) {
    return lineFeed > start && bytes[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }

  /** RFC 9110 §5.6.2. */
  static boolean isTokenByte(byte b) {
    return b >= 0 && TOKEN_BYTES[b];
  }

  private static boolean[] tokenBytes() {
    var table = new boolean[128];
    for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
      table[c] = true;
    }
    for (int c = 0; c < table.length; c++) {
      table[c] |= Character.isLetterOrDigit(c);
    }
    return table;
  }
}
