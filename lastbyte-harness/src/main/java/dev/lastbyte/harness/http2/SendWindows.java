// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How much the client lets us send, on the connection and on each stream (RFC 9113 §5.2). */
final class SendWindows {
  private static final int INITIAL_BYTES = 65_535;
  private static final long HIGHEST = Integer.MAX_VALUE;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Integer, Long> streams = new HashMap<>();
  private long connection = INITIAL_BYTES;
  private long initial = INITIAL_BYTES;

  void open(int stream) {
    lock.lock();
    try {
      streams.put(stream, initial);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets a stream, and wakes the threads that wait to send on it. */
  void close(int stream) {
    lock.lock();
    try {
      streams.remove(stream);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Widens a window; stream 0 is the connection, and one that is gone is no error. */
  void widen(int stream, int bytes) throws Http2Exception {
    lock.lock();
    try {
      if (bytes <= 0) {
        throw new Http2Exception(
            ErrorCode.PROTOCOL_ERROR, "a window must grow, but was to grow by " + bytes);
      }
      if (stream == 0) {
        connection = checked(connection + bytes);
      } else if (streams.containsKey(stream)) {
        streams.put(stream, checked(streams.get(stream) + bytes));
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Sets what a stream begins with, and moves those that there are by the difference (§6.9.2). */
  void initial(int bytes) throws Http2Exception {
    lock.lock();
    try {
      long difference = checked(bytes & 0xffff_ffffL) - initial;
      for (Map.Entry<Integer, Long> stream : streams.entrySet()) {
        stream.setValue(checked(stream.getValue() + difference));
      }
      initial += difference;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until something may be sent on a stream and takes it off the windows.
   *
   * @return how many bytes, at most as many as wanted; 0 where the stream is gone
   */
  int take(int stream, int wanted) {
    lock.lock();
    try {
      while (streams.containsKey(stream)) {
        long allowed = Math.min(Math.min(connection, streams.get(stream)), wanted);
        if (allowed > 0) {
          connection -= allowed;
          streams.put(stream, streams.get(stream) - allowed);
          return (int) allowed;
        }
        changed.awaitUninterruptibly();
      }
      return 0;
    } finally {
      lock.unlock();
    }
  }

  private static long checked(long window) throws Http2Exception {
    if (window > HIGHEST) {
      throw new Http2Exception(
          ErrorCode.FLOW_CONTROL_ERROR, "a window must be at most 2147483647 bytes");
    }
    return window;
  }
}
