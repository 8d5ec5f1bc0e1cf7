// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes the heads of all requests at hand take together. A head is kept as long as its
 * request lasts, and many large ones, of clients that never end theirs, would take the memory of
 * all others. Beyond a bound only heads of a usual size are taken. Thread-safe.
 */
public final class HeadMemory {

  /** Heads with a credential of some kilobytes have less. */
  static final int USUAL_BYTES = 4096;

  /** What room is left for growing arrays, and for all else. */
  private static final int SHARE_OF_THE_HEAP = 8;

  private final long most;
  private final AtomicLong bytes = new AtomicLong();

  HeadMemory(long most) {
    this.most = most;
  }

  /** As much as suits the heap of this process. */
  public static HeadMemory ofThisProcess() {
    return new HeadMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP);
  }

  /** A head has grown by so many bytes, or was let go of if that is negative. */
  void add(long change) {
    if (change != 0) {
      bytes.addAndGet(change);
    }
  }

  /** Whether a head of that size, which was added, is to be refused. */
  boolean isTooMuch(long headBytes) {
    return headBytes > USUAL_BYTES && bytes.get() > most;
  }
}
