// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long runs are kept. What is beyond either bound goes, the oldest first.
 *
 * @param age runs that started longer ago go; or null for no bound
 * @param bytes the most that the runs may take in the database and in the journal, but for what is
 *     written at this moment; or null for no bound. The database's file does not shrink, but takes
 *     new runs into the room that old ones left
 */
public record Retention(@Nullable Duration age, @Nullable Long bytes) {

  /**
   * @throws IllegalArgumentException if a bound is not positive
   */
  public Retention {
    boolean noAge = age != null && !age.isPositive();
    boolean noBytes = bytes != null && bytes < 1;
    if (noAge || noBytes) {
      throw new IllegalArgumentException(
          "what is kept must be bounded by more than nothing, but was to be bounded by "
              + List.of(String.valueOf(age), String.valueOf(bytes)));
    }
  }

  /** Keeps everything. */
  public static Retention ofAll() {
    return new Retention(null, null);
  }

  public boolean isOfAll() {
    return age == null && bytes == null;
  }
}
