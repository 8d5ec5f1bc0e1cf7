// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the next byte that matters, eight bytes at a time.
 *
 * <p>How it works: in a word of eight bytes, {@code (x - 0x01..01) & ~x & 0x80..80} has its lowest
 * set bit in the lowest byte that is zero; a borrow can only spoil higher bytes. To look for a
 * byte, exclusive-or with it first; to look for a byte below n, subtract n instead of 1.
 */
public final class ByteScan {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private ByteScan() {}

  /** The first CR or LF in {@code bytes[from..to)}, or {@code to}. */
  public static int lineEnd(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = (long) WORDS.get(bytes, at);
      long hits = (zeroIn(word ^ (ONES * '\n')) | zeroIn(word ^ (ONES * '\r'))) & HIGHS;
      if (hits != 0) {
        return at + (Long.numberOfTrailingZeros(hits) >>> 3);
      }
    }
    while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  /**
   * The first byte in {@code bytes[from..to)} that does not simply go on a JSON string (a quote, a
   * backslash, a control byte; RFC 8259 §7), or {@code to}.
   */
  public static int stringEnd(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = (long) WORDS.get(bytes, at);
      long controls = (word - ONES * ' ') & ~word;
      long hits = (zeroIn(word ^ (ONES * '"')) | zeroIn(word ^ (ONES * '\\')) | controls) & HIGHS;
      if (hits != 0) {
        return at + (Long.numberOfTrailingZeros(hits) >>> 3);
      }
    }
    while (at < to && isPlainStringByte(bytes[at])) {
      at++;
    }
    return at;
  }

  private static long zeroIn(long word) {
    return (word - ONES) & ~word;
  }

  private static boolean isPlainStringByte(byte b) {
    return b != '"' && b != '\\' && (b & 0xff) >= ' ';
  }
}
