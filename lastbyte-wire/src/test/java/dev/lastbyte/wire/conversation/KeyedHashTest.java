// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Against the vectors of the reference implementation (veorq/SipHash, vectors.h). */
class KeyedHashTest {

  private static final HashKey KEY =
      HashKey.of(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});

  private static byte[] counting(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  @Test
  void nothing_andOneByte_areHashedAsTheReferenceDoes() {
    assertThat(new KeyedHash(KEY).end())
        .isEqualTo(new Hash(0x930255c71472f66dL, 0xe6a825ba047f81a3L));
    assertThat(new KeyedHash(KEY).add((byte) 0).end())
        .isEqualTo(new Hash(0x45fc229b11597634L, 0x44af996bd8c187daL));
  }

  @Test
  void theSizeOfThePieces_makesNoDifference() {
    byte[] bytes = counting(61);
    Hash atOnce = new KeyedHash(KEY).add(bytes, 0, bytes.length).end();

    for (int cut = 0; cut <= bytes.length; cut++) {
      Hash inTwo = new KeyedHash(KEY).add(bytes, 0, cut).add(bytes, cut, bytes.length).end();
      assertThat(inTwo).as("cut at %d", cut).isEqualTo(atOnce);
    }
  }
}
