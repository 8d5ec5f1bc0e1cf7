// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.conversation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.random.RandomGenerator;

/** The secret of one installation. It is not kept beside what was hashed with it. */
public final class HashKey {

  /** How long a key is. */
  public static final int BYTES = 16;

  private final long first;
  private final long second;
  private final KnownWords keywords;

  private HashKey(long first, long second) {
    this.first = first;
    this.second = second;
    this.keywords = KnownWords.hashedWith(this);
  }

  /** A fresh random key; hashes made with it mean nothing to the next process. */
  public static HashKey random(RandomGenerator random) {
    return new HashKey(random.nextLong(), random.nextLong());
  }

  /**
   * The key with these bytes.
   *
   * @throws IllegalArgumentException if they are not {@value #BYTES}
   */
  public static HashKey of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "a key has " + BYTES + " bytes, but these were " + bytes.length);
    }
    ByteBuffer halves = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return new HashKey(halves.getLong(), halves.getLong());
  }

  /** The hash of a text's UTF-8 bytes, as a string inside a request has it. */
  public Hash of(String text) {
    return new KeyedHash(this).ofText(text);
  }

  KnownWords words() {
    return keywords;
  }

  long first() {
    return first;
  }

  long second() {
    return second;
  }

  @Override
  public String toString() {
    return "HashKey[secret]";
  }
}
