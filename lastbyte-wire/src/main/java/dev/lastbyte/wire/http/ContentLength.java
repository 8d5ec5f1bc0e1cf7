// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

/** The {@code Content-Length} of a message (RFC 9110 §8.6). */
final class ContentLength {

  /** There is none. */
  static final long ABSENT = -1;

  private static final int MAX_DIGITS = 18;

  private ContentLength() {}

  /** Its value in bytes, or {@link #ABSENT}; one value given several times counts once. */
  static long of(HeaderFields fields) throws RefusedException {
    long length = ABSENT;
    int index = fields.indexOf("content-length", 0);
    for (; index >= 0; index = fields.indexOf("content-length", index + 1)) {
      for (String item : fields.value(index).split(",", -1)) {
        long value = parse(item.strip());
        if (length != ABSENT && length != value) {
          throw new RefusedException(Refusal.CONFLICTING_LENGTHS);
        }
        length = value;
      }
    }
    return length;
  }

  private static long parse(String digits) throws RefusedException {
    if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
      throw new RefusedException(Refusal.BAD_LENGTH);
    }
    long length = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new RefusedException(Refusal.BAD_LENGTH);
      }
      length = length * 10 + digit;
    }
    return length;
  }
}
