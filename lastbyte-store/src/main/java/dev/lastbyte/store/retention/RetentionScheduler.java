// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.retention;

import dev.lastbyte.store.journal.JournalWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks whether old runs are to go: every ten minutes, and when a segment is full. On a thread of
 * its own, since it may have to wait for the database, and recording must not wait for it.
 */
public final class RetentionScheduler implements AutoCloseable {

  private static final long EVERY_MINUTES = 10;

  /** As long as SQLite waits for another program. */
  private static final long CLOSE_TIMEOUT_SECONDS = 5;

  private final RetentionTask retentionTask;
  private final JournalWriter journalWriter;
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lastbyte-store-rounds").factory());

  /** Begins with one; without a bound there are none, and no thread. */
  @SuppressWarnings("FutureReturnValueIgnored")
  public // what it has to say is in the store's trouble
  RetentionScheduler(RetentionTask retentionTask, JournalWriter journalWriter) {
    this.retentionTask = retentionTask;
    this.journalWriter = journalWriter;
    if (retentionTask.hasBounds()) {
      thread.scheduleWithFixedDelay(this::schedule, 0, EVERY_MINUTES, TimeUnit.MINUTES);
    }
  }

  /** Another one is due. */
  public void schedule() {
    if (retentionTask.hasBounds() && !due.getAndSet(true)) {
      thread.execute(this::check);
    }
  }

  private void check() {
    due.set(false);
    Long longest = retentionTask.longestSegmentMillis();
    if (longest != null) {
      journalWriter.rollSegment(longest);
    }
    retentionTask.check();
  }

  /** Ends with the one that is due, if that can be waited for. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
