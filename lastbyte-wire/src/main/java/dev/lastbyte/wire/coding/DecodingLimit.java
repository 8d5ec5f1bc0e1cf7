// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.coding;

/**
 * How much encoded bytes may stand for. Nothing of it is kept, so that what is bounded here is the
 * work: {@value #MAX_BYTES} bytes in all, and beyond the first {@value #FREE_BYTES} no more than
 * {@value #MAX_RATIO} for each encoded byte, where DEFLATE alone can reach 1,032 and others more.
 */
public final class DecodingLimit {

  static final long MAX_BYTES = 256L * 1024 * 1024;
  static final long FREE_BYTES = 1024L * 1024;
  static final long MAX_RATIO = 250;

  private long encoded;
  private long decoded;

  /** A bound on one body, or one message. */
  public DecodingLimit() {}

  /** So many encoded bytes came. */
  public void consumed(int bytes) {
    encoded += bytes;
  }

  /**
   * So many bytes came out of them.
   *
   * @throws CodingException if they are too many
   */
  public void produced(int bytes) throws CodingException {
    decoded += bytes;
    if (decoded > MAX_BYTES || (decoded > FREE_BYTES && decoded > encoded * MAX_RATIO)) {
      throw CodingException.tooMuch();
    }
  }
}
