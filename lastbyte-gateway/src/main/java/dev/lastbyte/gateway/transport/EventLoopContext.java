// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.transport;

import dev.lastbyte.gateway.recording.RunCheckpointer;
import dev.lastbyte.gateway.upstream.Http1ConnectionPool;
import dev.lastbyte.gateway.upstream.Http2ConnectionPool;
import dev.lastbyte.gateway.websocket.ResponsesWebSocket;
import dev.lastbyte.wire.RequestTap;
import dev.lastbyte.wire.ResponseTap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;

/** What belongs to one event loop, and is used on it only. */
public final class EventLoopContext {

  private static final int SCRATCH_BYTES = 16 * 1024;

  private final EventLoop loop;
  private final Http1ConnectionPool pool;
  private final Http2ConnectionPool links;
  private final FlushCoalescer flushes;
  private final RunCheckpointer openRuns;
  private final byte[] scratch = new byte[SCRATCH_BYTES];

  public EventLoopContext(EventLoop loop, Http1ConnectionPool pool, Http2ConnectionPool links) {
    this.loop = loop;
    this.pool = pool;
    this.links = links;
    this.flushes = new FlushCoalescer(loop);
    this.openRuns = new RunCheckpointer(loop);
  }

  public EventLoop loop() {
    return loop;
  }

  public Http1ConnectionPool pool() {
    return pool;
  }

  public Http2ConnectionPool links() {
    return links;
  }

  public FlushCoalescer flushes() {
    return flushes;
  }

  public RunCheckpointer openRuns() {
    return openRuns;
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

  /** As above, to the follower of a WebSocket, to which all bytes of its client belong. */
  public void feed(ByteBuf bytes, ResponsesWebSocket socket) {
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
