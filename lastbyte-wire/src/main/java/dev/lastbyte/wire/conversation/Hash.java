// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.conversation;

import dev.lastbyte.core.privacy.Token;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * 128 bits that stand for some content. Two contents have one hash only if they are equal, and who
 * does not have the key learns nothing else from it.
 */
public record Hash(long high, long low) {

  /** Of nothing; the start of every sum. */
  static final Hash NONE = new Hash(0, 0);

  private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int BITS_PER_DIGIT = 5;
  private static final int DIGITS_OF_HALF = 8;
  private static final long KEPT_BITS = (1L << (DIGITS_OF_HALF * BITS_PER_DIGIT)) - 1;

  /** Behind the zero no digits can spell how a secret begins, which no token may. */
  private static final String PREFIX = "h:0";

  /** The sum in which order does not matter, for the members of an object. */
  Hash plus(Hash other) {
    return new Hash(high + other.high, low + other.low);
  }

  /** The sum without one of its parts. */
  Hash minus(Hash other) {
    return new Hash(high - other.high, low - other.low);
  }

  /** 80 of its bits, to be kept and compared. */
  public Token token() {
    var text = new StringBuilder(PREFIX);
    append(text, high);
    append(text, low);
    return new Token(text.toString());
  }

  /** As much of it as its token tells, to be compared with what was made {@link #of} one. */
  public Hash kept() {
    return new Hash(high & KEPT_BITS, low & KEPT_BITS);
  }

  /** What a token tells of the hash that it was made of, or null if it was made of none. */
  public static @Nullable Hash of(Token token) {
    String text = token.value();
    int half = PREFIX.length() + DIGITS_OF_HALF;
    if (text.length() != half + DIGITS_OF_HALF || !text.startsWith(PREFIX)) {
      return null;
    }
    long high = bits(text, PREFIX.length());
    long low = bits(text, half);
    return high < 0 || low < 0 ? null : new Hash(high, low);
  }

  /** What eight digits stand for, or -1 if one of them is none. */
  private static long bits(String text, int from) {
    long bits = 0;
    for (int i = from + DIGITS_OF_HALF - 1; i >= from; i--) {
      int digit = Arrays.binarySearch(DIGITS, text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      bits = bits << BITS_PER_DIGIT | digit;
    }
    return bits;
  }

  private static void append(StringBuilder text, long bits) {
    for (int digit = 0; digit < DIGITS_OF_HALF; digit++) {
      text.append(DIGITS[(int) (bits >>> (digit * BITS_PER_DIGIT)) & (DIGITS.length - 1)]);
    }
  }
}
