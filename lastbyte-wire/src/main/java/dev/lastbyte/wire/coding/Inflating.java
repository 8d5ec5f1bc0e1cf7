// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.coding;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One stream of DEFLATE data (RFC 1951), with or without the frame of zlib (RFC 1950). */
final class Inflating implements AutoCloseable {

  private static final int PIECE_BYTES = 4 * 1024;

  private final Inflater inflater;
  private final byte[] piece = new byte[PIECE_BYTES];

  Inflating(boolean bare) {
    this.inflater = new Inflater(bare);
  }

  /**
   * Takes what belongs to the stream; returns the index after its last byte.
   *
   * @param crc is updated with what comes out
   */
  int inflate(byte[] bytes, int from, int to, CRC32 crc, DecodedSink sink) throws CodingException {
    inflater.setInput(bytes, from, to - from);
    try {
      int made = inflater.inflate(piece);
      while (made > 0) {
        crc.update(piece, 0, made);
        sink.decoded(piece, 0, made);
        made = inflater.inflate(piece);
      }
    } catch (DataFormatException e) {
      throw CodingException.corrupt();
    }
    if (inflater.needsDictionary()) {
      throw CodingException.corrupt(); // HTTP has no way to agree on one
    }
    return to - inflater.getRemaining();
  }

  boolean isWhole() {
    return inflater.finished();
  }

  /** How many bytes came out, modulo 2^32. */
  long madeModulo32() {
    return inflater.getBytesWritten() & 0xFFFF_FFFFL;
  }

  /** Makes ready for another stream. */
  void reset() {
    inflater.reset();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
