// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.nio.ByteBuffer;

/** A piece of text that says when it was written: {@code @} and 16 digits of nanoseconds. */
final class StampedPiece {

  private static final byte MARK = '@';
  private static final int DIGITS = 16;

  private final ByteBuffer bytes = Messages.delta((char) MARK + "0".repeat(DIGITS));
  private final int stampAt = markIn(bytes, 0) + 1;

  /** Its bytes, stamped with the time of this call. */
  ByteBuffer writtenNow() {
    long left = System.nanoTime();
    for (int i = stampAt + DIGITS - 1; i >= stampAt; i--) {
      bytes.put(i, (byte) ('0' + left % 10));
      left /= 10;
    }
    return bytes.clear();
  }

  /** Tells how long each piece in these bytes was under way when they were read. */
  static void readStamps(ByteBuffer bytes, long readAt, Latencies into) {
    for (int at = markIn(bytes, bytes.position()); at >= 0; at = markIn(bytes, at + 1)) {
      into.add(at + DIGITS < bytes.limit() ? readAt - stamp(bytes, at + 1) : Latencies.UNKNOWN);
    }
  }

  private static long stamp(ByteBuffer bytes, int from) {
    long stamp = 0;
    for (int i = from; i < from + DIGITS; i++) {
      stamp = stamp * 10 + bytes.get(i) - '0';
    }
    return stamp;
  }

  private static int markIn(ByteBuffer bytes, int from) {
    for (int i = from; i < bytes.limit(); i++) {
      if (bytes.get(i) == MARK) {
        return i;
      }
    }
    return -1;
  }
}
