// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import dev.lastbyte.core.log.RunClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts what went wrong, and remembers how it began. Thread-safe. */
public final class StoreHealth {

  private final RunClock clock;
  private long failures;
  private long changes;
  private long lostRecords;
  private volatile @Nullable String first;
  private @Nullable String last;
  private @Nullable String lastTrouble;

  public StoreHealth(RunClock clock) {
    this.clock = clock;
  }

  /** A write failed; it will be tried again. */
  public synchronized void writeFailed(String what, Throwable why) {
    failures++;
    remember(what + ": " + why.getMessage());
  }

  /** Records were given up. */
  public synchronized void recordsLost(long records, String why) {
    if (records > 0) {
      lostRecords += records;
      remember(why);
    }
  }

  /** Something was set right that a person should know of. */
  public synchronized void note(String what) {
    remember(what);
  }

  /** How often something went wrong that was not the same as what went wrong just before. */
  synchronized long changes() {
    return changes;
  }

  /** Whether nothing ever went wrong. */
  public boolean isHealthy() {
    return first == null;
  }

  /** All of it in one line, or null if nothing ever went wrong. */
  synchronized @Nullable public String summary(long waiting) {
    return first == null
        ? null
        : "%d records lost, %d failed writes, %d records waiting; first %s%s"
            .formatted(lostRecords, failures, waiting, first, last == null ? "" : "; last " + last);
  }

  private void remember(String what) {
    String trouble = what.replace('\n', ' ');
    String line = "at " + Instant.ofEpochMilli(clock.epochMillis()) + ": " + trouble;
    changes += trouble.equals(lastTrouble) ? 0 : 1;
    if (first == null) {
      first = line;
    } else if (!trouble.equals(lastTrouble)) {
      last = line;
    }
    lastTrouble = trouble;
  }
}
