// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.conversation;

import dev.lastbyte.core.privacy.Token;

/**
 * 128 bits that stand for some content. Two contents have one hash only if they are equal, and who
 * does not have the key learns nothing else from it.
 */
public record Hash(long high, long low) {

  /** Of nothing; the start of every sum. */
  static final Hash NONE = new Hash(0, 0);

  /** Without e: a token must not begin as a key does, and by chance a hash would ("eyj…"). */
  private static final char[] DIGITS = "0123456789abcdfghjkmnpqrstuvwxyz".toCharArray();

  private static final int BITS_PER_DIGIT = 5;
  private static final int DIGITS_OF_HALF = 8;

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
    var text = new StringBuilder("h:");
    append(text, high);
    append(text, low);
    return new Token(text.toString());
  }

  private static void append(StringBuilder text, long bits) {
    for (int digit = 0; digit < DIGITS_OF_HALF; digit++) {
      text.append(DIGITS[(int) (bits >>> (digit * BITS_PER_DIGIT)) & (DIGITS.length - 1)]);
    }
  }
}
