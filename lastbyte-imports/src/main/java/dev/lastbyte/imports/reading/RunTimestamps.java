// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.reading;

import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Another program's wall-clock times as nanoseconds since its run began. A time before the run or
 * more than {@value #LONGEST_RUN_DAYS} days after its start counts as not there: a wall clock that
 * was set back must not become an event from the future.
 */
public record RunTimestamps(long startedAtEpochMillis) {

  public static final long LONGEST_RUN_DAYS = 30;

  private static final long LONGEST_RUN_MILLIS = TimeUnit.DAYS.toMillis(LONGEST_RUN_DAYS);

  /** The stamp of the first time that makes sense; the run's own start if none does. */
  public Stamp stamp(int attempt, @Nullable Long... epochMillis) {
    return new Stamp(nanos(epochMillis), attempt, Vantage.IMPORT);
  }

  /** Nanoseconds since the run began, of the first time that makes sense; 0 if none does. */
  public long nanos(@Nullable Long... epochMillis) {
    for (Long candidate : epochMillis) {
      if (candidate != null && isWithinRun(candidate)) {
        return TimeUnit.MILLISECONDS.toNanos(candidate - startedAtEpochMillis);
      }
    }
    return 0;
  }

  private boolean isWithinRun(long epochMillis) {
    return epochMillis >= startedAtEpochMillis
        && epochMillis - startedAtEpochMillis <= LONGEST_RUN_MILLIS;
  }
}
