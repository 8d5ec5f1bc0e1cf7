// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The body of a request, as it comes in; what was read is allowed to the client anew. */
final class RequestStream extends InputStream {
  private static final int WINDOW_BYTES = 65_535;

  private final Credit credit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<byte[]> pieces = new ArrayDeque<>();
  private int unread;
  private int position;
  private boolean whole;
  private boolean cut;

  RequestStream(Credit credit) {
    this.credit = credit;
  }

  /** Lets the client send so many bytes more. */
  interface Credit {
    void allow(int bytes) throws IOException;
  }

  /** Takes a piece in; padding counts as well, and takes no room. */
  void feed(byte[] piece) throws Http2Exception {
    lock.lock();
    try {
      unread += piece.length;
      if (unread > WINDOW_BYTES) {
        throw new Http2Exception(
            ErrorCode.FLOW_CONTROL_ERROR, "a client must send at most what it was allowed");
      }
      if (piece.length > 0) {
        pieces.addLast(piece);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** No more will come; unless it is whole, a read fails from now on. */
  void end(boolean isWhole) {
    lock.lock();
    try {
      whole |= isWhole;
      cut |= !isWhole;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int taken = take(into, offset, length);
    if (taken > 0) {
      credit.allow(taken);
    }
    return taken;
  }

  private int take(byte[] into, int offset, int length) throws IOException {
    lock.lock();
    try {
      byte[] piece = awaitPiece();
      if (piece == null) {
        return -1;
      }
      int taken = Math.min(length, piece.length - position);
      System.arraycopy(piece, position, into, offset, taken);
      position += taken;
      unread -= taken;
      if (position == piece.length) {
        pieces.removeFirst();
        position = 0;
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private byte @Nullable [] awaitPiece() throws IOException {
    while (pieces.isEmpty() && !whole) {
      if (cut) {
        throw new IOException("the client left within a request");
      }
      changed.awaitUninterruptibly();
    }
    return pieces.peekFirst();
  }
}
