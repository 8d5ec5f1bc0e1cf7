// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;

/** What belongs to one event loop, and is used on it only. */
final class Lane {

  private static final int SCRATCH_BYTES = 16 * 1024;

  private final EventLoop loop;
  private final ConnectionPool pool;
  private final byte[] scratch = new byte[SCRATCH_BYTES];

  Lane(EventLoop loop, ConnectionPool pool) {
    this.loop = loop;
    this.pool = pool;
  }

  EventLoop loop() {
    return loop;
  }

  ConnectionPool pool() {
    return pool;
  }

  /**
   * Shows the readable bytes to a tap, without reading them. Sockets are read into memory outside
   * the heap, where a tap cannot look, so that they pass through a scratch array.
   *
   * @return how many of them belong to the message that the tap follows
   */
  int show(ByteBuf bytes, Tap tap, long atNanos) {
    int all = bytes.readableBytes();
    int shown = 0;
    while (shown < all) {
      int size = Math.min(all - shown, SCRATCH_BYTES);
      bytes.getBytes(bytes.readerIndex() + shown, scratch, 0, size);
      int taken = tap.feed(scratch, 0, size, atNanos);
      shown += taken;
      if (taken < size) {
        break;
      }
    }
    return shown;
  }

  /** Follows a message beside its bytes. */
  interface Tap {
    int feed(byte[] bytes, int offset, int length, long atNanos);
  }
}
