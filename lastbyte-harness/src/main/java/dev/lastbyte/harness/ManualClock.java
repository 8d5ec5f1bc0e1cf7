// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** A clock that stands still until a test moves it. Safe for use by many threads. */
public final class ManualClock implements HarnessClock {
  private final Queue<Alarm> alarms = new PriorityQueue<>(Comparator.comparingLong(Alarm::atNanos));
  private long nowNanos;

  /** A clock at its beginning. */
  public ManualClock() {}

  private record Alarm(long atNanos, CompletableFuture<Void> rings) {}

  @Override
  public synchronized CompletableFuture<Void> after(Duration time) {
    var alarm = new Alarm(nowNanos + time.toNanos(), new CompletableFuture<>());
    alarms.add(alarm);
    fireDueAlarms();
    notifyAll();
    return alarm.rings();
  }

  /** Moves on; whatever became due has happened when this returns. */
  public synchronized void advance(Duration time) {
    nowNanos += time.toNanos();
    fireDueAlarms();
  }

  /**
   * Waits, in real time, until that many are waiting for this clock.
   *
   * @throws IllegalStateException if there are fewer when the time is over
   */
  public synchronized void awaitWaiting(int count, Duration atMost) throws InterruptedException {
    long deadlineNanos = System.nanoTime() + atMost.toNanos();
    while (alarms.size() < count) {
      long leftMillis = (deadlineNanos - System.nanoTime()) / 1_000_000;
      if (leftMillis <= 0) {
        throw new IllegalStateException(
            "%d must wait within %s, but %d did".formatted(count, atMost, alarms.size()));
      }
      wait(leftMillis);
    }
  }

  private void fireDueAlarms() {
    while (!alarms.isEmpty() && alarms.element().atNanos() <= nowNanos) {
      alarms.remove().rings().complete(null);
    }
  }
}
