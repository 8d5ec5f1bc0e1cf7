// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.json;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A closed set of words, told apart without making a string. Looks in the order given: put first
 * what comes most often.
 *
 * @param <E> what the words mean
 */
public final class KeywordTable<E> {

  private final byte[][] spellings;
  private final List<E> meanings;

  private KeywordTable(byte[][] spellings, List<E> meanings) {
    this.spellings = spellings;
    this.meanings = meanings;
  }

  /** The words that {@code spelling} gives for {@code meanings}. */
  public static <E> KeywordTable<E> of(List<E> meanings, Function<E, String> spelling) {
    byte[][] spellings = meanings.stream().map(spelling).map(Ascii::bytes).toArray(byte[][]::new);
    return new KeywordTable<>(spellings, List.copyOf(meanings));
  }

  /** What a scalar means, or null if it is none of the words. */
  public @Nullable E valueOf(JsonText text) {
    for (int i = 0; i < spellings.length; i++) {
      if (text.isWord(spellings[i])) {
        return meanings.get(i);
      }
    }
    return null;
  }

  /** What {@code bytes[from..to)} mean, or null if they are none of the words. */
  public @Nullable E valueOf(byte[] bytes, int from, int to) {
    for (int i = 0; i < spellings.length; i++) {
      if (Ascii.same(spellings[i], bytes, from, to)) {
        return meanings.get(i);
      }
    }
    return null;
  }
}
