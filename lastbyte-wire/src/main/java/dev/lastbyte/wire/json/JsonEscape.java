// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.json;

/** The escapes of a string (RFC 8259 §7) into the UTF-8 of what they stand for. */
final class JsonEscape {

  enum Progress {
    MORE,
    WHOLE,
    WRONG
  }

  private static final int DIGITS = 4;

  private final byte[] utf8 = new byte[8];
  private int digitsLeft;
  private int unit;
  private int high;

  /** What a single letter stands for, or -1 if it is no escape. */
  static int meaningOf(byte letter) {
    return switch (letter) {
      case '"', '\\', '/' -> letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> -1;
    };
  }

  byte[] utf8() {
    return utf8;
  }

  void beginUnicode() {
    digitsLeft = DIGITS;
    unit = 0;
  }

  Progress digit(byte b) {
    int digit = Character.digit(b, 16);
    if (digit < 0) {
      return Progress.WRONG;
    }
    unit = (unit << 4) | digit;
    return --digitsLeft == 0 ? Progress.WHOLE : Progress.MORE;
  }

  /** Takes the UTF-16 unit that is whole; returns how many bytes of {@link #utf8()} it made. */
  int take() {
    if (high != 0 && Character.isLowSurrogate((char) unit)) {
      int pair = Character.toCodePoint((char) high, (char) unit);
      high = 0;
      return put(pair, 0);
    }
    int before = flush();
    if (Character.isHighSurrogate((char) unit)) {
      high = unit;
      return before;
    }
    return put(unit, before);
  }

  /** What is left of a pair that came to nothing. */
  int flush() {
    int alone = high;
    high = 0;
    return alone == 0 ? 0 : put(alone, 0);
  }

  int character(int ascii) {
    return put(ascii, 0);
  }

  /** Half a pair has no UTF-8 of its own; it is spelled as if it had, which nothing else is. */
  private int put(int point, int at) {
    int next = at;
    if (point < 0x80) {
      utf8[next++] = (byte) point;
      return next;
    }
    if (point < 0x800) {
      utf8[next++] = (byte) (0xc0 | (point >> 6));
    } else if (point < 0x10000) {
      utf8[next++] = (byte) (0xe0 | (point >> 12));
      utf8[next++] = (byte) (0x80 | ((point >> 6) & 0x3f));
    } else {
      utf8[next++] = (byte) (0xf0 | (point >> 18));
      utf8[next++] = (byte) (0x80 | ((point >> 12) & 0x3f));
      utf8[next++] = (byte) (0x80 | ((point >> 6) & 0x3f));
    }
    utf8[next++] = (byte) (0x80 | (point & 0x3f));
    return next;
  }
}
