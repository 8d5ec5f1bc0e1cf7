// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.conversation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** How values become hashes, such that equal values of JSON have equal ones. Not thread-safe. */
final class ContentHashes {

  private static final byte WORD = 'w';
  private static final byte MEMBER = 'm';
  private static final byte OBJECT = 'o';
  private static final byte ITEM = 'i';
  private static final byte MIX = 'x';

  private final KeyedHash hash;

  ContentHashes(HashKey key) {
    this.hash = new KeyedHash(key);
  }

  /** The hash of a string, to which pieces are added until its end. */
  KeyedHash beginText() {
    return hash.beginText();
  }

  Hash ofText(String text) {
    return hash.ofText(text);
  }

  /** A number by its value, so that 1.0 and 1 are one; a literal by its letters. */
  Hash ofWord(byte[] ascii, int length) {
    String spelled = new String(ascii, 0, length, StandardCharsets.US_ASCII);
    byte[] canonical = canonical(spelled).getBytes(StandardCharsets.US_ASCII);
    return hash.begin().add(WORD).add(canonical, 0, canonical.length).end();
  }

  private static String canonical(String word) {
    try {
      return new BigDecimal(word).stripTrailingZeros().toString();
    } catch (NumberFormatException literal) {
      return word;
    }
  }

  /** One member of an object; the object is the sum of its members. */
  Hash ofMember(Hash key, Hash value) {
    return hash.begin().add(MEMBER).add(key).add(value).end();
  }

  Hash ofObject(Hash sumOfMembers) {
    return hash.begin().add(OBJECT).add(sumOfMembers).end();
  }

  /** An array up to and with one more item. */
  Hash ofItem(Hash before, Hash item) {
    return hash.begin().add(ITEM).add(before).add(item).end();
  }

  Hash ofPair(Hash one, Hash other) {
    return hash.begin().add(MIX).add(one).add(other).end();
  }
}
