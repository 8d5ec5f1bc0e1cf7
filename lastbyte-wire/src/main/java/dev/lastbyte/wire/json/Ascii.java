// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.json;

import java.nio.charset.StandardCharsets;

/** ASCII words in byte arrays. */
public final class Ascii {

  private Ascii() {}

  /** The bytes of an ASCII word. */
  public static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether {@code bytes[from..to)} spell {@code word}. */
  public static boolean same(byte[] word, byte[] bytes, int from, int to) {
    if (to - from != word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (word[i] != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
