// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.websocket;

import dev.lastbyte.wire.coding.CodingException;

/** Finds the frames of one direction in slices of any size (RFC 6455 §5.2). */
final class FrameReader {

  private static final int LONGEST_HEAD = 14;
  private static final int MASKED = 0x80;
  private static final int LAST = 0x80;
  private static final int RESERVED_1 = 0x40;
  private static final int RESERVED_2_AND_3 = 0x30;
  private static final int OPCODE = 0x0F;
  private static final int LENGTH_IN_2_BYTES = 126;
  private static final int LENGTH_IN_8_BYTES = 127;
  private static final int MASK_BYTES = 4;
  private static final long LARGEST = Long.MAX_VALUE / 2;
  private static final int PIECE_BYTES = 4 * 1024;

  private final boolean masked;
  private final FrameSink sink;
  private final byte[] head = new byte[LONGEST_HEAD];
  private final byte[] piece;
  private int headBytes;
  private int headLength = 2;
  private Frame frame = new Frame(false, false, false, 0, 0, 0);
  private long left;
  private int maskAt;
  private boolean inPayload;
  private boolean lost;

  /**
   * @param masked whether it is the client's direction, whose frames are all masked (§5.1)
   */
  FrameReader(boolean masked, FrameSink sink) {
    this.masked = masked;
    this.sink = sink;
    this.piece = new byte[masked ? PIECE_BYTES : 0];
  }

  void feed(byte[] bytes, int from, int to) {
    int at = from;
    try {
      while (at < to && !lost) {
        at = inPayload ? payload(bytes, at, to) : head(bytes[at], at + 1);
      }
    } catch (CodingException e) {
      lose(e.fault() == CodingException.Fault.CORRUPT);
    }
  }

  private int head(byte b, int next) throws CodingException {
    head[headBytes++] = b;
    if (headBytes == 2) {
      headLength = 2 + extendedBytes() + (masked ? MASK_BYTES : 0);
    }
    if (headBytes >= 2 && headBytes == headLength) {
      begin();
    }
    return next;
  }

  private int extendedBytes() {
    return switch (head[1] & ~MASKED & 0xff) {
      case LENGTH_IN_2_BYTES -> 2;
      case LENGTH_IN_8_BYTES -> 8;
      default -> 0;
    };
  }

  private void begin() throws CodingException {
    left = length();
    int first = head[0];
    frame =
        new Frame(
            (first & LAST) != 0,
            (first & RESERVED_1) != 0,
            (first & RESERVED_2_AND_3) != 0,
            first & OPCODE,
            left,
            headLength + left);
    boolean maskedAsDue = ((head[1] & MASKED) != 0) == masked;
    if (left < 0 || left > LARGEST || !maskedAsDue || !sink.begun(frame)) {
      lose(true);
      return;
    }
    headBytes = 0;
    maskAt = 0;
    inPayload = true;
    endIfWhole();
  }

  private long length() {
    int extended = extendedBytes();
    long length = extended == 0 ? head[1] & ~MASKED & 0xff : 0;
    for (int i = 0; i < extended; i++) {
      length = length << Byte.SIZE | (head[2 + i] & 0xff);
    }
    return length;
  }

  private int payload(byte[] bytes, int from, int to) throws CodingException {
    int taken = (int) Math.min(left, to - from);
    if (masked) {
      taken = Math.min(taken, PIECE_BYTES);
      unmask(bytes, from, taken);
      sink.payload(piece, 0, taken);
    } else {
      sink.payload(bytes, from, from + taken);
    }
    left -= taken;
    endIfWhole();
    return from + taken;
  }

  /** §5.3. */
  private void unmask(byte[] bytes, int from, int count) {
    int mask = headLength - MASK_BYTES;
    for (int i = 0; i < count; i++) {
      piece[i] = (byte) (bytes[from + i] ^ head[mask + (maskAt++ & 3)]);
    }
    maskAt &= 3;
  }

  private void endIfWhole() throws CodingException {
    if (left == 0) {
      inPayload = false;
      sink.ended(frame);
    }
  }

  private void lose(boolean broken) {
    if (!lost) {
      lost = true;
      sink.lost(broken);
    }
  }
}
