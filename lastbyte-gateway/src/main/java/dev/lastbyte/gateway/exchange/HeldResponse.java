// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * What came of a response and is not passed on yet, since the request may be sent again in its
 * place. Used on its event loop only.
 */
final class HeldResponse {

  /** Errors are shorter; what is longer is passed on. */
  private static final int MAX_BYTES = 64 * 1024;

  private @Nullable CompositeByteBuf bytes;

  /**
   * Takes over more of it.
   *
   * @return whether there is room for still more
   */
  boolean add(ByteBuf more) {
    if (bytes == null) {
      bytes = more.alloc().compositeBuffer(Integer.MAX_VALUE);
    }
    bytes.addComponent(true, more);
    return bytes.readableBytes() < MAX_BYTES;
  }

  /** Gives it away, or null if nothing is held. */
  @Nullable ByteBuf take() {
    ByteBuf all = bytes;
    bytes = null;
    return all;
  }

  void discard() {
    if (bytes != null) {
      bytes.release();
      bytes = null;
    }
  }
}
