// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import java.util.zip.CRC32C;

/** What a record of a segment must sum up to: the CRC-32C of its kind, its length, its content. */
final class Checksum {

  private Checksum() {}

  /** That of a record whose content is so many bytes from there. */
  static int of(byte type, byte[] bytes, int from, int length) {
    var sum = new CRC32C();
    sum.update(type);
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      sum.update(length >>> shift);
    }
    sum.update(bytes, from, length);
    return (int) sum.getValue();
  }
}
