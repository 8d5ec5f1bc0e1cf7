// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import java.util.List;
import java.util.Locale;

/**
 * Words that stand somewhere in a text, found as its bytes pass by; none of them is kept.
 *
 * <p>How it works: Shift-And (Baeza-Yates and Gonnet 1992). Bit i of the state says that the last i
 * + 1 bytes are the phrase's first i + 1, so that a phrase has at most 64 bytes and any split of
 * the text finds the same.
 */
final class Phrase<E> {

  private static final int ASCII = 128;

  private final E meaning;
  private final long[] places = new long[ASCII];
  private final long last;

  /**
   * @param text 1 to 64 characters of ASCII; case does not matter
   */
  Phrase(String text, E meaning) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.isEmpty() || lower.length() > Long.SIZE) {
      throw new IllegalArgumentException("a phrase has 1 to 64 characters, but: " + text);
    }
    for (int i = 0; i < lower.length(); i++) {
      places[lower.charAt(i)] |= 1L << i;
    }
    this.meaning = meaning;
    this.last = 1L << (lower.length() - 1);
  }

  E meaning() {
    return meaning;
  }

  /** The state after one more byte. */
  long after(long state, byte b) {
    return b < 0 ? 0 : (state << 1 | 1) & places[b >= 'A' && b <= 'Z' ? b + 32 : b];
  }

  /** Whether the text up to here ends with the phrase. */
  boolean isIn(long state) {
    return (state & last) != 0;
  }

  /** Each of {@code texts} with that meaning. */
  static <E> List<Phrase<E>> all(E meaning, String... texts) {
    return List.of(texts).stream().map(text -> new Phrase<>(text, meaning)).toList();
  }
}
