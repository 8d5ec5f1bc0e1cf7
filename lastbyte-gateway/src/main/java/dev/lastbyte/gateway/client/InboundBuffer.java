// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.gateway.transport.EventLoopContext;
import dev.lastbyte.wire.RequestTap;
import dev.lastbyte.wire.http.RequestHead;
import io.netty.buffer.ByteBuf;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What came from a client and was not taken yet, and the request that it is shown to. Used on its
 * connection's event loop only.
 */
final class InboundBuffer {

  /** How much of later requests waits for its turn before the client has to wait. */
  private static final int MAX_PIPELINED_BYTES = 64 * 1024;

  private final Supplier<RequestTap> taps;
  private final EventLoopContext context;
  private final HeadMemory headMemory;
  private RequestTap request;
  private long requestBytes;
  private long headBytes;
  private @Nullable ByteBuf unread;

  /**
   * @param requests gives a tap of the next request
   * @param headMemory what the heads of all requests take together
   */
  InboundBuffer(Supplier<RequestTap> requests, EventLoopContext context, HeadMemory headMemory) {
    this.taps = requests;
    this.context = context;
    this.headMemory = headMemory;
    this.request = requests.get();
  }

  /** The request at hand. */
  RequestTap request() {
    return request;
  }

  /** The request at hand is over; what is unread belongs to the next one. */
  void nextRequest() {
    request = taps.get();
    requestBytes = 0;
    countHead(0);
  }

  /** Takes over what came. */
  void add(ByteBuf bytes) {
    unread = unread == null ? bytes : joined(unread, bytes);
  }

  private static ByteBuf joined(ByteBuf first, ByteBuf second) {
    ByteBuf both = first.alloc().buffer(first.readableBytes() + second.readableBytes());
    both.writeBytes(first).writeBytes(second);
    first.release();
    second.release();
    return both;
  }

  /** Gives away all that is unread, or null if nothing is. */
  @Nullable ByteBuf takeUnread() {
    ByteBuf bytes = unread;
    unread = null;
    return bytes;
  }

  boolean isEmpty() {
    return unread == null;
  }

  boolean hasRoom() {
    return unread == null || unread.readableBytes() < MAX_PIPELINED_BYTES;
  }

  /**
   * Takes from the bytes what belongs to the request at hand; the rest stays unread.
   *
   * @return what of it is body, or null if the head is not complete yet, or all of it is refused
   */
  @Nullable ByteBuf feed(ByteBuf bytes) {
    if (!request.hasBegun()) {
      skipLineEnds(bytes);
    }
    boolean knewHead = request.head() != null;
    int taken = context.feed(bytes, request);
    requestBytes += taken;
    RequestHead head = request.head();
    countHead(head == null ? requestBytes : head.fields().headLength());
    if (request.refusal() != null || head == null) {
      bytes.release();
      return null;
    }
    int ofBody = knewHead ? taken : (int) (requestBytes - head.fields().headLength());
    ByteBuf body = bytes.skipBytes(taken - ofBody).readRetainedSlice(ofBody);
    keepUnread(bytes);
    return body;
  }

  private void countHead(long bytes) {
    headMemory.add(bytes - headBytes);
    headBytes = bytes;
  }

  /** Whether all heads together take too much for one of the size of that at hand. */
  boolean isHeadTooMuch() {
    return headMemory.isTooMuch(headBytes);
  }

  /** What some clients send after a body, or before a head, is to be ignored (RFC 9112 §2.2). */
  private static void skipLineEnds(ByteBuf bytes) {
    while (bytes.isReadable() && isLineEnd(bytes.getByte(bytes.readerIndex()))) {
      bytes.skipBytes(1);
    }
  }

  private static boolean isLineEnd(byte b) {
    return b == '\r' || b == '\n';
  }

  private void keepUnread(ByteBuf bytes) {
    if (bytes.isReadable()) {
      unread = bytes;
    } else {
      bytes.release();
    }
  }

  /** Lets go of what is unread, and of the rest of the request at hand. */
  void release() {
    request.close();
    countHead(0);
    if (unread != null) {
      unread.release();
      unread = null;
    }
  }
}
