// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.coding;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.lastbyte.wire.coding.CodingException;
import dev.lastbyte.wire.coding.DecodedSink;
import dev.lastbyte.wire.coding.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The coding {@code zstd}, with a window of at most 8 MiB (RFC 9659 §3). */
final class ZstdDecoder implements Decoder {

  private static final int MAX_WINDOW_LOG = 23;
  private static final int PIECE_BYTES = 8 * 1024;

  private final Slices encoded = new Slices();
  private final ZstdInputStreamNoFinalizer zstd;
  private final byte[] piece = new byte[PIECE_BYTES];

  /**
   * @throws IOException if the native side has no memory
   */
  ZstdDecoder() throws IOException {
    this.zstd =
        new ZstdInputStreamNoFinalizer(encoded, RecyclingBufferPool.INSTANCE)
            .setContinuous(true)
            .setLongMax(MAX_WINDOW_LOG);
  }

  @Override
  public void decode(byte[] bytes, int from, int to, DecodedSink sink) throws CodingException {
    encoded.now = new ByteArrayInputStream(bytes, from, to - from);
    int made = read();
    while (made > 0) {
      sink.decoded(piece, 0, made);
      made = read();
    }
  }

  private int read() throws CodingException {
    try {
      return zstd.read(piece, 0, PIECE_BYTES);
    } catch (IOException e) {
      throw CodingException.corrupt();
    }
  }

  /** Told that there is nothing more to come, the stream complains if a frame is left open. */
  @Override
  public boolean isWhole() {
    try {
      zstd.setContinuous(false);
      return zstd.read(piece, 0, PIECE_BYTES) < 0;
    } catch (IOException open) {
      return false;
    } finally {
      zstd.setContinuous(true);
    }
  }

  @Override
  public void close() {
    try {
      zstd.close();
    } catch (IOException e) {
      // There is no file behind it; its memory is given back all the same.
    }
  }

  /** The slices, one after the other; between them it seems to have ended. */
  private static final class Slices extends InputStream {

    private ByteArrayInputStream now = new ByteArrayInputStream(new byte[0]);

    @Override
    public int available() {
      return now.available();
    }

    @Override
    public int read() {
      return now.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      return now.read(bytes, offset, length);
    }
  }
}
