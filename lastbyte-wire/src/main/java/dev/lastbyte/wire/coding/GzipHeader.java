// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.coding;

/** The header of one gzip member (RFC 1952 §2.3), run over byte by byte. */
final class GzipHeader {

  static final byte FIRST_BYTE = 0x1F;

  private static final byte[] MAGIC = {FIRST_BYTE, (byte) 0x8B, 8};
  private static final int FIXED_BYTES = 10;
  private static final int FLAGS_AT = 3;

  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private enum Part {
    FIXED,
    EXTRA_LENGTH,
    EXTRA,
    NAME,
    COMMENT,
    CHECKSUM,
    WHOLE
  }

  private Part part = Part.FIXED;
  private int flags;
  private int seen;
  private int extraLength;

  void take(byte b) throws CodingException {
    switch (part) {
      case FIXED -> fixed(b);
      case EXTRA_LENGTH -> {
        extraLength |= (b & 0xff) << (seen * Byte.SIZE);
        advanceAfter(2);
      }
      case EXTRA -> advanceAfter(extraLength);
      case NAME, COMMENT -> {
        if (b == 0) {
          advance();
        }
      }
      case CHECKSUM -> advanceAfter(2);
      case WHOLE -> {}
    }
  }

  private void fixed(byte b) throws CodingException {
    if (seen < MAGIC.length && b != MAGIC[seen]) {
      throw CodingException.corrupt();
    }
    if (seen == FLAGS_AT) {
      flags = b;
      if ((flags & RESERVED) != 0) {
        throw CodingException.corrupt();
      }
    }
    advanceAfter(FIXED_BYTES);
  }

  private void advanceAfter(int bytes) {
    if (++seen >= bytes) {
      advance();
    }
  }

  /** Goes on to the next part that this header has. */
  private void advance() {
    seen = 0;
    do {
      part = next();
    } while (!isPresent());
  }

  private Part next() {
    return switch (part) {
      case FIXED -> Part.EXTRA_LENGTH;
      case EXTRA_LENGTH -> Part.EXTRA;
      case EXTRA -> Part.NAME;
      case NAME -> Part.COMMENT;
      case COMMENT -> Part.CHECKSUM;
      case CHECKSUM, WHOLE -> Part.WHOLE;
    };
  }

  private boolean isPresent() {
    return switch (part) {
      case FIXED, WHOLE -> true;
      case EXTRA_LENGTH -> (flags & HAS_EXTRA) != 0;
      case EXTRA -> (flags & HAS_EXTRA) != 0 && extraLength > 0;
      case NAME -> (flags & HAS_NAME) != 0;
      case COMMENT -> (flags & HAS_COMMENT) != 0;
      case CHECKSUM -> (flags & HAS_CHECKSUM) != 0;
    };
  }

  boolean isWhole() {
    return part == Part.WHOLE;
  }
}
