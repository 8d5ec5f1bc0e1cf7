// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the head of a message (start line and fields, RFC 9112 §2.1) from slices of any size, and
 * refuses bytes that have no place in one as soon as they come. A head is kept whole, at most
 * {@value #MAX_BYTES} bytes, until the next message.
 */
final class HeadScanner {

  /** The largest head that is followed. */
  static final int MAX_BYTES = 64 * 1024;

  /** For a head as most are; none is taken before a byte came: many connections are idle. */
  private static final int USUAL_BYTES = 512;

  private static final byte[] NONE = new byte[0];

  private final boolean bareLfAllowed;
  private byte[] bytes = NONE;
  private int length;
  private int lineStart;
  private boolean complete;
  private @Nullable Refusal refusal;

  HeadScanner(boolean bareLfAllowed) {
    this.bareLfAllowed = bareLfAllowed;
  }

  /** Takes what belongs to the head; returns the index after its last byte. */
  int feed(byte[] source, int from, int to) {
    int at = from;
    while (at < to && !complete && refusal == null) {
      at = plain(source, at, to);
      if (at < to) {
        take(source[at++]);
      }
    }
    return at;
  }

  /** Takes what is neither the end of a line nor in doubt, all at once; returns where it ends. */
  private int plain(byte[] source, int from, int to) {
    int most = Math.min(to, from + MAX_BYTES - length);
    int end = from;
    if (length == 0 || bytes[length - 1] != '\r') {
      while (end < most && isPlain(source[end])) {
        end++;
      }
      append(source, from, end);
    }
    return end;
  }

  private void take(byte b) {
    boolean afterCr = length > 0 && bytes[length - 1] == '\r';
    if (length == MAX_BYTES) {
      refusal = Refusal.HEAD_TOO_LARGE;
    } else if (b == '\n') {
      lineEnded(afterCr);
    } else if (afterCr) {
      refusal = Refusal.BARE_CR;
    } else if (isControl(b)) {
      refusal = Refusal.CONTROL_BYTE;
    } else {
      append(b);
    }
  }

  private void lineEnded(boolean afterCr) {
    if (!afterCr && !bareLfAllowed) {
      refusal = Refusal.BARE_LF;
      return;
    }
    int lineEnd = afterCr ? length - 1 : length;
    append((byte) '\n');
    boolean empty = lineEnd == lineStart;
    if (empty && lineStart == 0) {
      // An empty line before the start line is to be ignored (§2.2).
      length = 0;
    } else {
      complete = empty;
      lineStart = length;
    }
  }

  private static boolean isPlain(byte b) {
    return b >= ' ' && b != 0x7f;
  }

  private void append(byte[] source, int from, int to) {
    int size = to - from;
    makeRoomFor(size);
    System.arraycopy(source, from, bytes, length, size);
    length += size;
  }

  private void append(byte b) {
    makeRoomFor(1);
    bytes[length++] = b;
  }

  private void makeRoomFor(int more) {
    if (length + more > bytes.length) {
      int twice = Math.max(USUAL_BYTES, bytes.length * 2);
      bytes = Arrays.copyOf(bytes, Math.max(length + more, twice));
    }
  }

  private static boolean isControl(byte b) {
    return (b >= 0 && b < ' ' && b != '\t' && b != '\r') || b == 0x7f;
  }

  boolean isComplete() {
    return complete;
  }

  /** Whether a byte of a head was seen. */
  boolean hasBegun() {
    return length > 0;
  }

  /** Whether what was seen so far differs from how it should begin. */
  boolean doesNotStartWith(byte[] start) {
    int seen = Math.min(length, start.length);
    return !Arrays.equals(bytes, 0, seen, start, 0, seen);
  }

  @Nullable Refusal refusal() {
    return refusal;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }
}
