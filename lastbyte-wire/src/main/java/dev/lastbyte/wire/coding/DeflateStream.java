// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.coding;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One stream of DEFLATE data (RFC 1951), with or without the frame of zlib (RFC 1950). */
public final class DeflateStream implements AutoCloseable {

  private static final int PIECE_BYTES = 4 * 1024;

  private final Inflater inflater;
  private final byte[] piece = new byte[PIECE_BYTES];

  /**
   * Makes ready for a stream.
   *
   * @param bare whether it comes without the frame of zlib
   */
  public DeflateStream(boolean bare) {
    this.inflater = new Inflater(bare);
  }

  /**
   * Takes what belongs to the stream; returns the index after its last byte.
   *
   * @throws CodingException if it is corrupt, or what {@code sink} throws
   */
  public int inflate(byte[] bytes, int from, int to, DecodedSink sink) throws CodingException {
    inflater.setInput(bytes, from, to - from);
    try {
      int made = inflater.inflate(piece);
      while (made > 0) {
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

  /** Whether the stream itself said that it ended. */
  public boolean isWhole() {
    return inflater.finished();
  }

  /** How many bytes came out, modulo 2^32. */
  long madeModulo32() {
    return inflater.getBytesWritten() & 0xFFFF_FFFFL;
  }

  /** Makes ready for another stream. */
  public void reset() {
    inflater.reset();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
