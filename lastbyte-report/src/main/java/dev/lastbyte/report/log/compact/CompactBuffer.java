// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.compact;

import java.util.Arrays;

/** The bytes of a compact log while they are put together. Not thread-safe. */
final class CompactBuffer {

  /** Most logs of a whole response fit. */
  private static final int FIRST_BYTES = 512;

  /** Seven bits of a number to a byte. */
  private static final int MAX_NUMBER_BYTES = 10;

  private static final int BITS = 7;
  private static final int LOW = 0x7f;
  private static final int MORE = 0x80;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int length;

  /** Adds a number, the lowest seven bits first; the smaller it is, the fewer bytes it takes. */
  void number(long number) {
    makeRoomFor(MAX_NUMBER_BYTES);
    int at = length;
    long rest = number;
    while ((rest & ~LOW) != 0) {
      bytes[at++] = (byte) (rest | MORE);
      rest >>>= BITS;
    }
    bytes[at++] = (byte) rest;
    length = at;
  }

  /** Adds a number that may be negative; the nearer to zero it is, the fewer bytes it takes. */
  void signed(long number) {
    number((number << 1) ^ (number >> (Long.SIZE - 1)));
  }

  /** Adds a text of ASCII behind its length. */
  @SuppressWarnings("deprecation") // it drops the upper half of each character, and ASCII has none
  void text(String ascii) {
    int characters = ascii.length();
    makeRoomFor(MAX_NUMBER_BYTES + characters);
    number(characters);
    ascii.getBytes(0, characters, bytes, length);
    length += characters;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void makeRoomFor(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
