// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What waits for the database, in order and bounded. Any thread hands in; one thread takes, and
 * tells how it went: what failed stays and is given out again, after a pause. Thread-safe.
 */
final class Backlog {

  private static final int BATCH = 256;
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final long limit;
  private final ArrayDeque<Write> waiting = new ArrayDeque<>();
  private long weight;
  private long handedIn;
  private long done;
  private long failures;
  private long pauseUntil;
  private boolean pausing;
  private boolean closed;
  private boolean abandoned;

  /**
   * An empty one.
   *
   * @param limit the most that may wait, in {@link Write#weight()}
   */
  Backlog(long limit) {
    this.limit = limit;
  }

  /** Whether it was taken in; not if there is no room, or no more will be written. */
  synchronized boolean offer(Write write) {
    if (closed || weight + write.weight() > limit) {
      return false;
    }
    weight += write.weight();
    handedIn++;
    waiting.addLast(write);
    notifyAll();
    return true;
  }

  /** The oldest that wait; waits until there are some. Empty when nothing more is to be done. */
  synchronized List<Write> next() throws InterruptedException {
    while (pausing || waiting.isEmpty()) {
      if (closed) {
        return List.of();
      }
      if (pausing && pauseUntil - System.nanoTime() <= 0) {
        pausing = false;
      } else {
        wait(patience());
      }
    }
    return waiting.stream().limit(BATCH).toList();
  }

  /** The oldest so many are done. */
  synchronized void done(int count) {
    for (int i = 0; i < count; i++) {
      weight -= waiting.removeFirst().weight();
    }
    done += count;
    notifyAll();
  }

  /** The batch could not be written. */
  synchronized void failed() {
    failures++;
    pausing = true;
    pauseUntil = System.nanoTime() + PAUSE_NANOS;
    notifyAll();
  }

  /** Waits until all that was handed in is done: true; or until the next failure: false. */
  synchronized boolean flush() throws InterruptedException {
    long target = handedIn;
    long before = failures;
    pausing = false;
    notifyAll();
    while (done < target && failures == before && !abandoned) {
      wait();
    }
    return done >= target;
  }

  /** Takes nothing in any more. What waits is tried once more. */
  synchronized void close() {
    closed = true;
    pausing = false;
    notifyAll();
  }

  /** Nobody will take anything any more. */
  synchronized void abandon() {
    closed = true;
    abandoned = true;
    notifyAll();
  }

  /** How many wait. */
  synchronized long size() {
    return waiting.size();
  }

  /** How long to wait for something to do, in milliseconds; 0 is until told. */
  private long patience() {
    long left = TimeUnit.NANOSECONDS.toMillis(pauseUntil - System.nanoTime());
    return pausing ? Math.max(1, left) : 0;
  }
}
