// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Words that stand somewhere in a text, found as its bytes pass by; none of them is kept.
 *
 * <p>How it works: Shift-And (Baeza-Yates and Gonnet 1992). Bit i of the state says that the last i
 * + 1 bytes are the phrase's first i + 1, so that a phrase has at most 64 bytes and any split of
 * the text finds the same.
 */
public final class Phrase<E> {

  private static final int BYTES = 256;

  private final E meaning;
  private final long[] places = new long[BYTES];
  private final long last;

  /**
   * @param text 1 to 64 bytes of UTF-8; the case of ASCII letters does not matter
   */
  Phrase(String text, E meaning) {
    byte[] lower = text.toLowerCase(Locale.ROOT).getBytes(UTF_8);
    if (lower.length == 0 || lower.length > Long.SIZE) {
      throw new IllegalArgumentException("a phrase has 1 to 64 bytes, but: " + text);
    }
    for (int i = 0; i < lower.length; i++) {
      places[lower[i] & 0xff] |= 1L << i;
    }
    this.meaning = meaning;
    this.last = 1L << (lower.length - 1);
  }

  public E meaning() {
    return meaning;
  }

  /** The state after one more byte. */
  public long after(long state, byte b) {
    return (state << 1 | 1) & places[b >= 'A' && b <= 'Z' ? b + 32 : b & 0xff];
  }

  /** Whether the text up to here ends with the phrase. */
  public boolean isIn(long state) {
    return (state & last) != 0;
  }

  /** Each of {@code texts} with that meaning; beyond ASCII also as JSON may escape it. */
  public static <E> List<Phrase<E>> all(E meaning, String... texts) {
    return List.of(texts).stream()
        .flatMap(text -> Stream.of(text, escaped(text)).distinct())
        .map(text -> new Phrase<>(text, meaning))
        .toList();
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      escaped.append(c < 128 ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    return escaped.toString();
  }
}
