// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.text.Json;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** The last ten thousand exchanges, oldest first, in the order in which they ended. */
public final class Ledger {
  private static final int LIMIT = 10_000;

  private final Deque<LedgerEntry> entries = new ArrayDeque<>();
  private long written;

  /** Forgets all of it; a wait for exchanges counts from here on. */
  synchronized void reset() {
    entries.clear();
    written = 0;
  }

  synchronized void write(LedgerEntry entry) {
    if (entries.size() == LIMIT) {
      entries.removeFirst();
    }
    entries.addLast(entry);
    written++;
    notifyAll();
  }

  /** A copy of them. */
  public synchronized List<LedgerEntry> entries() {
    return List.copyOf(entries);
  }

  /** Waits until that many exchanges have ended since the server started. */
  public synchronized List<LedgerEntry> await(int count, Duration atMost)
      throws InterruptedException {
    long deadlineNanos = System.nanoTime() + atMost.toNanos();
    while (written < count) {
      long leftMillis = (deadlineNanos - System.nanoTime()) / 1_000_000;
      if (leftMillis <= 0) {
        throw new IllegalStateException(
            "%d exchanges must end within %s, but %d did".formatted(count, atMost, written));
      }
      wait(leftMillis);
    }
    return entries();
  }

  /** One line of JSON an entry, after one line that says how many older ones were let go. */
  synchronized String ndjson() {
    String dropped = new Json().with("dropped", written - entries.size()) + "\n";
    return entries.stream()
        .map(entry -> entry.json() + "\n")
        .collect(Collectors.joining("", written > entries.size() ? dropped : "", ""));
  }
}
