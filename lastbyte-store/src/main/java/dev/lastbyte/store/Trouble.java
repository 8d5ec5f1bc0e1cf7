// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts what went wrong, and remembers how it began. Thread-safe. */
final class Trouble {

  private final RunClock clock;
  private long failures;
  private long lost;
  private volatile @Nullable String first;

  Trouble(RunClock clock) {
    this.clock = clock;
  }

  /** A write failed; it will be tried again. */
  synchronized void failed(String what, Throwable why) {
    failures++;
    remember(what + ": " + why.getMessage());
  }

  /** Records were given up. */
  synchronized void lost(long records, String why) {
    if (records > 0) {
      lost += records;
      remember(why);
    }
  }

  /** Something was set right that a person should know of. */
  synchronized void note(String what) {
    remember(what);
  }

  /** Whether nothing ever went wrong. */
  boolean isNone() {
    return first == null;
  }

  /** All of it in one line, or null if nothing ever went wrong. */
  synchronized @Nullable String line(long waiting) {
    return first == null
        ? null
        : "%d records lost, %d failed writes, %d records waiting; first %s"
            .formatted(lost, failures, waiting, first);
  }

  private void remember(String what) {
    if (first == null) {
      first = "at " + Instant.ofEpochMilli(clock.epochMillis()) + ": " + what.replace('\n', ' ');
    }
  }
}
