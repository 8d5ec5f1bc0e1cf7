// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.coding;

import com.aayushatharva.brotli4j.decoder.DecoderJNI;
import dev.lastbyte.wire.coding.CodingException;
import dev.lastbyte.wire.coding.DecodedSink;
import dev.lastbyte.wire.coding.Decoder;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The coding {@code br}, whose window is at most 16 MiB (RFC 7932 §9.1). */
final class BrotliDecoder implements Decoder {

  private static final int PIECE_BYTES = 8 * 1024;

  private final DecoderJNI.Wrapper brotli;
  private final byte[] piece = new byte[PIECE_BYTES];
  private boolean closed;

  /**
   * @throws IOException if the native side has no memory
   */
  BrotliDecoder() throws IOException {
    this.brotli = new DecoderJNI.Wrapper(PIECE_BYTES);
  }

  @Override
  public void decode(byte[] bytes, int from, int to, DecodedSink sink) throws CodingException {
    int at = from;
    while (true) {
      drainOutput(sink);
      switch (brotli.getStatus()) {
        case NEEDS_MORE_INPUT -> {
          if (at == to) {
            return;
          }
          int taken = Math.min(to - at, PIECE_BYTES);
          brotli.getInputBuffer().clear().put(bytes, at, taken);
          brotli.push(taken);
          at += taken;
        }
        case OK -> brotli.push(0);
        case NEEDS_MORE_OUTPUT -> {}
        case DONE -> {
          return;
        }
        case ERROR -> throw CodingException.corrupt();
      }
    }
  }

  private void drainOutput(DecodedSink sink) throws CodingException {
    while (brotli.hasOutput()) {
      ByteBuffer made = brotli.pull();
      while (made.hasRemaining()) {
        int size = Math.min(made.remaining(), PIECE_BYTES);
        made.get(piece, 0, size);
        sink.decoded(piece, 0, size);
      }
    }
  }

  @Override
  public boolean isWhole() {
    return !closed && brotli.getStatus() == DecoderJNI.Status.DONE;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      brotli.destroy();
    }
  }
}
