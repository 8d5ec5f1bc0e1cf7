// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.json;

import dev.lastbyte.wire.json.JsonPaths.Node;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A view of one scalar, good only while its sink is being called. At most {@value #MAX_BYTES} bytes
 * are seen; what is longer is cut and says so.
 */
public final class JsonText {

  /** The most that is seen of a scalar. */
  public static final int MAX_BYTES = 128;

  private static final byte[] NULL = Ascii.bytes("null");
  private static final byte[] TRUE = Ascii.bytes("true");
  private static final byte[] FALSE = Ascii.bytes("false");

  private final byte[] scratch = new byte[MAX_BYTES];
  private byte[] bytes = scratch;
  private int from;
  private int to;
  private int kept;
  private boolean cut;
  private boolean string;

  /** Whether nothing has been kept from an earlier slice. */
  boolean isFresh() {
    return kept == 0 && !cut;
  }

  void clear() {
    kept = 0;
    cut = false;
  }

  /** Keeps a piece that the next slice will go on from. */
  void keep(byte[] source, int start, int end) {
    int taken = Math.min(end - start, MAX_BYTES - kept);
    System.arraycopy(source, start, scratch, kept, taken);
    kept += taken;
    cut |= taken < end - start;
  }

  /** Keeps one byte that stands for an escape. */
  void keep(byte decoded) {
    if (kept == MAX_BYTES) {
      cut = true;
    } else {
      scratch[kept++] = decoded;
    }
  }

  /** Closes the scalar whose last piece is {@code source[start..end)}. */
  void close(byte[] source, int start, int end, boolean isString) {
    string = isString;
    if (isFresh()) {
      bytes = source;
      from = start;
      cut = end - start > MAX_BYTES;
      to = cut ? start + MAX_BYTES : end;
    } else {
      keep(source, start, end);
      bytes = scratch;
      from = 0;
      to = kept;
    }
  }

  /** What it leads to as a key of an object at {@code node}, or null. */
  <F> @Nullable Node<F> childOf(Node<F> node) {
    return cut ? node.other() : node.child(bytes, from, to);
  }

  /** Whether it is a number or one of the three literals. */
  boolean isWellFormedWord() {
    return isDigit(bytes[from])
        || bytes[from] == '-'
        || isWord(TRUE)
        || isWord(FALSE)
        || isWord(NULL);
  }

  /** Whether it is {@code null}. */
  public boolean isNull() {
    return !string && isWord(NULL);
  }

  /** Whether it is {@code true}. */
  public boolean isTrue() {
    return !string && isWord(TRUE);
  }

  /** Whether it is {@code false}. */
  public boolean isFalse() {
    return !string && isWord(FALSE);
  }

  /** Whether it is a number. */
  public boolean isNumber() {
    return !string && to > from && (isDigit(bytes[from]) || bytes[from] == '-');
  }

  /** Whether it is a string of at least one character. */
  public boolean isNonEmptyString() {
    return string && to > from;
  }

  /** Whether it spells {@code word}; a cut one spells nothing. */
  public boolean isWord(byte[] word) {
    return !cut && Ascii.same(word, bytes, from, to);
  }

  /** Whether its text starts with {@code start}. */
  public boolean startsWith(byte[] start) {
    return to - from >= start.length && Ascii.same(start, bytes, from, from + start.length);
  }

  /** Its characters, one a byte: equal to what was sent if that was ASCII. Empty if cut or null. */
  public String text() {
    return cut || isNull() ? "" : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** A whole number from 0 to 999 999 999, or -1 if it is anything else. */
  public int number() {
    if (cut || string || to - from > 9) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      if (!isDigit(bytes[i])) {
        return -1;
      }
      number = number * 10 + (bytes[i] - '0');
    }
    return number;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
