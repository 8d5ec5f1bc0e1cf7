// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.coding;

import org.jspecify.annotations.Nullable;

/**
 * The coding {@code deflate}: DEFLATE data in the frame of zlib (RFC 9110 §8.4.1.2). Some servers
 * leave the frame away, and clients take both, so that the first two bytes decide.
 */
final class DeflateDecoder implements Decoder {

  private static final int METHOD_MASK = 0x0F;
  private static final int DEFLATE = 8;

  private @Nullable DeflateStream data;
  private final byte[] start = new byte[2];
  private int started;

  @Override
  public void decode(byte[] bytes, int from, int to, DecodedSink sink) throws CodingException {
    int at = from;
    while (data == null && at < to) {
      start[started++] = bytes[at++];
      if (started == start.length) {
        data = new DeflateStream(!isZlib());
        data.inflate(start, 0, started, sink);
      }
    }
    if (data != null && at < to && !data.isWhole()) {
      data.inflate(bytes, at, to, sink);
    }
  }

  /** RFC 1950 §2.2: the method, and a check over both bytes. */
  private boolean isZlib() {
    int head = (start[0] & 0xff) << Byte.SIZE | (start[1] & 0xff);
    return (start[0] & METHOD_MASK) == DEFLATE && head % 31 == 0;
  }

  @Override
  public boolean isWhole() {
    return data != null && data.isWhole();
  }

  @Override
  public void close() {
    if (data != null) {
      data.close();
    }
  }
}
