// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import java.io.IOException;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** What is to be done when, by one thread. */
final class Agenda {

  /** A thing to do. */
  interface Item {
    void run() throws IOException;
  }

  private record Entry(long atNanos, long number, Item item) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(atNanos - other.atNanos, 0);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long entered;

  /** Does it so many nanoseconds from now. */
  void in(long nanos, Item item) {
    entries.add(new Entry(System.nanoTime() + nanos, entered++, item));
  }

  /** Does all that is due; what is late is not made up for. */
  void doDue() throws IOException {
    long now = System.nanoTime();
    for (Entry next = entries.peek();
        next != null && next.atNanos() - now <= 0;
        next = entries.peek()) {
      entries.remove();
      next.item().run();
    }
  }

  /** How long nothing is due, in milliseconds from 1 to 100. */
  long idleMillis() {
    Entry next = entries.peek();
    long nanos = next == null ? Long.MAX_VALUE : next.atNanos() - System.nanoTime();
    return Math.clamp(TimeUnit.NANOSECONDS.toMillis(nanos), 1, 100);
  }
}
