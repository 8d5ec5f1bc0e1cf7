// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import org.jspecify.annotations.Nullable;

/**
 * A token where names and codes stand, which are words that people made: a model, a tool, an
 * error's code, a reason, a region. A random string as long as a key is none, whatever it begins
 * with; in the place of an identifier the same string is nothing unusual, and is kept. A UUID is no
 * key here.
 */
public final class Word {

  /** Random characters that a key has at least. */
  private static final int KEY_LENGTH = 20;

  /** In fewer characters chance and a name look the same. */
  private static final int MIN_SEGMENT = 8;

  /**
   * How long the pieces of random text (capitals with what follows them, small letters, digits) are
   * on average at most, in tenths of a character: about 2.3 where cases are mixed, 2.1 to 2.5 in
   * small letters, 3.3 in capitals. Those of names are longer: {@code DeepSeekR1DistillQwen32B} has
   * 3.0, {@code deepseekr1distillqwen32b} 4.8; and names in capitals have underscores.
   */
  private static final int MIXED_CASE_PIECE = 30;

  private static final int SMALL_LETTERS_PIECE = 40;
  private static final int CAPITALS_PIECE = 60;
  private static final int TENTHS = 10;

  /** So long a name has its words parted, so that more is random. */
  private static final int LONG_SEGMENT = 32;

  private static final int OF_LONG_SEGMENTS = 7;

  private static final int[] UUID_HYPHENS = {8, 13, 18, 23};
  private static final int UUID_LENGTH = 36;

  private Word() {}

  /** The token, or null if it is null or a long random string. */
  public static @Nullable Token orNull(@Nullable Token token) {
    return token == null || isRandom(token.value()) ? null : token;
  }

  private static boolean isRandom(String value) {
    int random = 0;
    int at = 0;
    while (value.length() - at >= MIN_SEGMENT && random + value.length() - at >= KEY_LENGTH) {
      if (isUuid(value, at)) {
        at += UUID_LENGTH;
      }
      int end = at;
      while (end < value.length() && isLetterOrDigit(value.charAt(end))) {
        end++;
      }
      random += isRandomSegment(value, at, end) ? end - at : 0;
      at = end + 1;
    }
    return random >= KEY_LENGTH;
  }

  private static boolean isRandomSegment(String value, int from, int to) {
    int pieces = 0;
    boolean digits = false;
    boolean lower = false;
    boolean upper = false;
    char before = '.';
    for (int i = from; i < to; i++) {
      char c = value.charAt(i);
      boolean goesOn =
          isDigit(c)
              ? isDigit(before)
              : isUpper(c) ? isUpper(before) : isLower(before) || isUpper(before);
      pieces += goesOn ? 0 : 1;
      digits |= isDigit(c);
      lower |= isLower(c);
      upper |= isUpper(c);
      before = c;
    }
    int length = to - from;
    int longest = lower ? (upper ? MIXED_CASE_PIECE : SMALL_LETTERS_PIECE) : CAPITALS_PIECE;
    longest += length >= LONG_SEGMENT ? OF_LONG_SEGMENTS : 0;
    return digits && length >= MIN_SEGMENT && pieces * longest > length * TENTHS;
  }

  private static boolean isUuid(String value, int from) {
    if (value.length() - from < UUID_LENGTH) {
      return false;
    }
    int hyphens = 0;
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = value.charAt(from + i);
      if (hyphens < UUID_HYPHENS.length && i == UUID_HYPHENS[hyphens]) {
        hyphens++;
        if (c != '-') {
          return false;
        }
      } else if (Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return isDigit(c) || isLower(c) || isUpper(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
