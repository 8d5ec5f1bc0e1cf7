// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.conversation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * SipHash-2-4 with 128 bits of output (Aumasson and Bernstein, "SipHash: a fast short-input PRF";
 * the reference implementation's 128-bit variant), in pieces of any size. Not thread-safe.
 *
 * <p>A keyed pseudo-random function: without the key its output cannot be told from noise, so that
 * a guessed content cannot be tried out. HMAC-SHA256 says the same and takes ten times as long,
 * which a request of a megabyte would feel.
 */
final class KeyedHash {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final byte TEXT = 's';

  private final HashKey key;
  private long v0;
  private long v1;
  private long v2;
  private long v3;
  private long word;
  private int filled;
  private int length;

  KeyedHash(HashKey key) {
    this.key = key;
    begin();
  }

  /** Makes ready for the next content. */
  KeyedHash begin() {
    v0 = key.first() ^ 0x736f6d6570736575L;
    v1 = key.second() ^ 0x646f72616e646f6dL ^ 0xee;
    v2 = key.first() ^ 0x6c7967656e657261L;
    v3 = key.second() ^ 0x7465646279746573L;
    word = 0;
    filled = 0;
    length = 0;
    return this;
  }

  /** Makes ready for a string. */
  KeyedHash beginText() {
    return begin().add(TEXT);
  }

  Hash ofText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return beginText().add(utf8, 0, utf8.length).end();
  }

  KeyedHash add(byte b) {
    word |= (b & 0xffL) << (filled << 3);
    length++;
    if (++filled == Long.BYTES) {
      compress(word);
      word = 0;
      filled = 0;
    }
    return this;
  }

  KeyedHash add(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && filled != 0) {
      add(bytes[at++]);
    }
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      compress((long) WORDS.get(bytes, at));
      length += Long.BYTES;
    }
    while (at < to) {
      add(bytes[at++]);
    }
    return this;
  }

  KeyedHash add(Hash hash) {
    return add(hash.high()).add(hash.low());
  }

  /** Eight bytes at once, of which those without room in the word at hand begin the next one. */
  private KeyedHash add(long bits) {
    int shift = filled << 3;
    compress(word | bits << shift);
    word = shift == 0 ? 0 : bits >>> (Long.SIZE - shift);
    length += Long.BYTES;
    return this;
  }

  /** The hash of what was added since the beginning. */
  Hash end() {
    compress(word | ((long) length << 56));
    v2 ^= 0xee;
    long low = finished();
    v1 ^= 0xdd;
    return new Hash(finished(), low);
  }

  private long finished() {
    rounds(4);
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void compress(long bits) {
    v3 ^= bits;
    rounds(2);
    v0 ^= bits;
  }

  /** In local variables, which stay in registers. */
  private void rounds(int count) {
    long a = v0;
    long b = v1;
    long c = v2;
    long d = v3;
    for (int i = 0; i < count; i++) {
      a += b;
      c += d;
      b = Long.rotateLeft(b, 13) ^ a;
      d = Long.rotateLeft(d, 16) ^ c;
      a = Long.rotateLeft(a, 32);
      c += b;
      a += d;
      b = Long.rotateLeft(b, 17) ^ c;
      d = Long.rotateLeft(d, 21) ^ a;
      c = Long.rotateLeft(c, 32);
    }
    v0 = a;
    v1 = b;
    v2 = c;
    v3 = d;
  }
}
