// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.wire.RequestTap;
import dev.lastbyte.wire.ResponseTap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;

/** What belongs to one event loop, and is used on it only. */
final class Lane {

  private static final int SCRATCH_BYTES = 16 * 1024;

  private final EventLoop loop;
  private final ConnectionPool pool;
  private final ProviderLinks links;
  private final Flushes flushes;
  private final OpenRuns openRuns;
  private final byte[] scratch = new byte[SCRATCH_BYTES];

  Lane(EventLoop loop, ConnectionPool pool, ProviderLinks links) {
    this.loop = loop;
    this.pool = pool;
    this.links = links;
    this.flushes = new Flushes(loop);
    this.openRuns = new OpenRuns(loop);
  }

  EventLoop loop() {
    return loop;
  }

  ConnectionPool pool() {
    return pool;
  }

  ProviderLinks links() {
    return links;
  }

  Flushes flushes() {
    return flushes;
  }

  OpenRuns openRuns() {
    return openRuns;
  }

  /**
   * Shows the readable bytes to a tap, without reading them.
   *
   * @return how many of them belong to the request that the tap follows
   */
  int show(ByteBuf bytes, RequestTap tap) {
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
  int show(ByteBuf bytes, ResponseTap tap, long atNanos) {
    int shown = 0;
    int taken = 0;
    while (taken == shown && shown < bytes.readableBytes()) {
      int size = copyToScratch(bytes, shown);
      shown += size;
      taken += tap.feed(scratch, 0, size, atNanos);
    }
    return taken;
  }

  /** As above, to the follower of a WebSocket, to which all bytes of its client belong. */
  void show(ByteBuf bytes, ResponsesSocket socket) {
    for (int shown = 0; shown < bytes.readableBytes(); ) {
      int size = copyToScratch(bytes, shown);
      shown += size;
      socket.fromClient(scratch, 0, size);
    }
  }

  /** Sockets are read into memory outside the heap, where a tap cannot look. */
  private int copyToScratch(ByteBuf bytes, int offset) {
    int size = Math.min(bytes.readableBytes() - offset, SCRATCH_BYTES);
    bytes.getBytes(bytes.readerIndex() + offset, scratch, 0, size);
    return size;
  }
}
