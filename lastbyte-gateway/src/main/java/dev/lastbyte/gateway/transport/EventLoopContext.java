// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.transport;

import dev.lastbyte.wire.RequestTap;
import dev.lastbyte.wire.ResponseTap;
import dev.lastbyte.wire.http.PayloadSink;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;

/** What belongs to one event loop, and is used on it only. */
public final class EventLoopContext {

  private static final int SCRATCH_BYTES = 16 * 1024;

  private final EventLoop loop;
  private final FlushCoalescer flushes;
  private final byte[] scratch = new byte[SCRATCH_BYTES];

  public EventLoopContext(EventLoop loop) {
    this.loop = loop;
    this.flushes = new FlushCoalescer(loop);
  }

  public EventLoop loop() {
    return loop;
  }

  public FlushCoalescer flushes() {
    return flushes;
  }

  /**
   * Shows the readable bytes to a tap, without reading them.
   *
   * @return how many of them belong to the request that the tap follows
   */
  public int feed(ByteBuf bytes, RequestTap tap) {
    int shown = 0;
    int taken = 0;
    while (taken == shown && shown < bytes.readableBytes()) {
      int size = copyToScratch(bytes, shown);
      shown += size;
      taken += tap.feed(scratch, 0, size);
    }
    return taken;
  }

  /** As above, for a response whose bytes arrived {@code atNanos} after the run began. */
  public int feed(ByteBuf bytes, ResponseTap tap, long atNanos) {
    int shown = 0;
    int taken = 0;
    while (taken == shown && shown < bytes.readableBytes()) {
      int size = copyToScratch(bytes, shown);
      shown += size;
      taken += tap.feed(scratch, 0, size, atNanos);
    }
    return taken;
  }

  /** As above, for a sink to which all of the bytes belong. */
  public void feed(ByteBuf bytes, PayloadSink sink) {
    for (int shown = 0; shown < bytes.readableBytes(); ) {
      int size = copyToScratch(bytes, shown);
      shown += size;
      sink.payload(scratch, 0, size);
    }
  }

  /** Sockets are read into memory outside the heap, where a tap cannot look. */
  private int copyToScratch(ByteBuf bytes, int offset) {
    int size = Math.min(bytes.readableBytes() - offset, SCRATCH_BYTES);
    bytes.getBytes(bytes.readerIndex() + offset, scratch, 0, size);
    return size;
  }
}
