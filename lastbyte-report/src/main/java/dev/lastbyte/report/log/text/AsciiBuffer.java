// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.text;

import java.util.Arrays;

/** Bytes that are put together from words and numbers. Not thread-safe. */
public final class AsciiBuffer {

  /** Most run logs of a whole response fit. */
  private static final int FIRST_BYTES = 3 * 1024;

  /** Of the longest number, with its sign. */
  private static final int MAX_DIGITS = 20;

  private static final int TEN = 10;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int length;

  /** Adds a text, of which each character must be one of ASCII. */
  public AsciiBuffer text(String ascii) {
    makeRoomFor(ascii.length());
    append(ascii);
    return this;
  }

  /** Adds a text in quotation marks; none of its characters may need to be escaped. */
  public AsciiBuffer quoted(String ascii) {
    makeRoomFor(ascii.length() + 2);
    bytes[length++] = '"';
    append(ascii);
    bytes[length++] = '"';
    return this;
  }

  /** Adds a whole number in decimal digits. */
  public AsciiBuffer number(long number) {
    if (number < 0) {
      return text(Long.toString(number));
    }
    makeRoomFor(MAX_DIGITS);
    length += digits(number);
    write(number, length);
    return this;
  }

  /** Adds a whole number from 0 on in so many digits, leading zeros included. */
  AsciiBuffer number(long number, int digits) {
    makeRoomFor(digits);
    Arrays.fill(bytes, length, length + digits, (byte) '0');
    length += digits;
    write(number, length);
    return this;
  }

  public int length() {
    return length;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** Writes a number such that its last digit is before {@code end}. */
  private void write(long number, int end) {
    int at = end;
    long rest = number;
    do {
      bytes[--at] = (byte) ('0' + rest % TEN);
      rest /= TEN;
    } while (rest > 0);
  }

  @SuppressWarnings("deprecation") // it drops the upper half of each character, and ASCII has none
  private void append(String ascii) {
    ascii.getBytes(0, ascii.length(), bytes, length);
    length += ascii.length();
  }

  private static int digits(long number) {
    int digits = 1;
    for (long above = TEN; digits < MAX_DIGITS - 1 && number >= above; above *= TEN) {
      digits++;
    }
    return digits;
  }

  private void makeRoomFor(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
