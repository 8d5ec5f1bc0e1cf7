// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.coding;

import java.util.zip.CRC32;

/** The coding {@code gzip} (RFC 1952): members, one after the other. */
final class GzipDecoder implements Decoder {

  private static final int TRAILER_BYTES = 8;

  private enum State {
    HEADER,
    DATA,
    TRAILER,
    /** A member ended; what follows is another one, or padding. */
    BETWEEN,
    PADDING
  }

  private final DeflateStream data = new DeflateStream(true);
  private final CRC32 crc = new CRC32();
  private GzipHeader header = new GzipHeader();
  private State state = State.HEADER;
  private long trailer;
  private int trailerBytes;

  @Override
  public void decode(byte[] bytes, int from, int to, DecodedSink sink) throws CodingException {
    DecodedSink summed =
        (made, start, end) -> {
          crc.update(made, start, end - start);
          sink.decoded(made, start, end);
        };
    int at = from;
    while (at < to) {
      switch (state) {
        case HEADER -> header(bytes[at++]);
        case DATA -> at = data(bytes, at, to, summed);
        case TRAILER -> trailer(bytes[at++]);
        case BETWEEN -> between(bytes[at]);
        case PADDING -> at = to;
      }
    }
  }

  private void header(byte b) throws CodingException {
    header.take(b);
    if (header.isWhole()) {
      state = State.DATA;
    }
  }

  private int data(byte[] bytes, int at, int to, DecodedSink sink) throws CodingException {
    int end = data.inflate(bytes, at, to, sink);
    if (data.isWhole()) {
      state = State.TRAILER;
    }
    return end;
  }

  /** The checksum, then the length, each of four bytes, the lowest first (§2.3.1). */
  private void trailer(byte b) throws CodingException {
    trailer |= (b & 0xffL) << (trailerBytes * Byte.SIZE);
    if (++trailerBytes == TRAILER_BYTES) {
      if (trailer != (crc.getValue() | data.madeModulo32() << Integer.SIZE)) {
        throw CodingException.corrupt();
      }
      state = State.BETWEEN;
    }
  }

  private void between(byte b) {
    if (b != GzipHeader.FIRST_BYTE) {
      state = State.PADDING;
      return;
    }
    header = new GzipHeader();
    data.reset();
    crc.reset();
    trailer = 0;
    trailerBytes = 0;
    state = State.HEADER;
  }

  @Override
  public boolean isWhole() {
    return state == State.BETWEEN || state == State.PADDING;
  }

  @Override
  public void close() {
    data.close();
  }
}
