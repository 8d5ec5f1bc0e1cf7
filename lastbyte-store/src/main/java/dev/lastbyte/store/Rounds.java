// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks whether old runs are to go: every ten minutes, and when a segment is full. On a thread of
 * its own, since it may have to wait for the database, and recording must not wait for it.
 */
final class Rounds implements AutoCloseable {

  private static final long EVERY_MINUTES = 10;

  /** As long as SQLite waits for another program. */
  private static final long PATIENCE_SECONDS = 5;

  private final Housekeeping housekeeping;
  private final Recording recording;
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lastbyte-store-rounds").factory());

  /** Begins with one; without a bound there are none, and no thread. */
  @SuppressWarnings("FutureReturnValueIgnored") // what it has to say is in the store's trouble
  Rounds(Housekeeping housekeeping, Recording recording) {
    this.housekeeping = housekeeping;
    this.recording = recording;
    if (housekeeping.hasBounds()) {
      thread.scheduleWithFixedDelay(this::soon, 0, EVERY_MINUTES, TimeUnit.MINUTES);
    }
  }

  /** Another one is due. */
  void soon() {
    if (housekeeping.hasBounds() && !due.getAndSet(true)) {
      thread.execute(this::look);
    }
  }

  private void look() {
    due.set(false);
    Long longest = housekeeping.longestSegmentMillis();
    if (longest != null) {
      recording.turnOver(longest);
    }
    housekeeping.look();
  }

  /** Ends with the one that is due, if that can be waited for. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
