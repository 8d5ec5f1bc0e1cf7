// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Retries within retries: a client tries again a few times, and what calls it starts it anew. The
 * pauses tell, because the inner layer's grow and then begin anew.
 *
 * @param outer how often the outer layer tried, at least 2
 * @param inner how often the inner one tried each time, at least 3: two pauses, so that a growth
 *     shows
 * @param more sendings behind the last whole round, fewer than {@code inner}
 */
public record RetryLayers(int outer, int inner, int more) {

  private static final int FEWEST_INNER = 3;

  private static final int FEWEST_OUTER = 2;

  /** The jitter of known clients: OpenAI's SDKs take a quarter off, Codex a tenth on or off. */
  private static final double MOST_JITTER = 1.6;

  /** Pauses that double, with the same jitter; less growth could be jitter alone. */
  private static final double LEAST_GROWTH = 1.6;

  /** A busy machine is late by as much. */
  private static final long LATE_NANOS = 20_000_000;

  /**
   * The layers that the pauses between sendings show, or null if they show none.
   *
   * @param pausesNanos one fewer than there are sendings; 0 where it is not known
   */
  static @Nullable RetryLayers in(List<Long> pausesNanos) {
    int sendings = pausesNanos.size() + 1;
    if (pausesNanos.stream().anyMatch(pause -> pause <= 0)) {
      return null;
    }
    for (int inner = FEWEST_INNER; FEWEST_OUTER * inner <= sendings; inner++) {
      if (repeats(pausesNanos, inner)) {
        return new RetryLayers(sendings / inner, inner, sendings % inner);
      }
    }
    return null;
  }

  private static boolean repeats(List<Long> pauses, int inner) {
    List<List<Long>> byPlace =
        IntStream.range(0, inner - 1).mapToObj(place -> every(pauses, place, inner)).toList();
    double growth = (double) median(byPlace.getLast()) / median(byPlace.getFirst());
    return growth >= LEAST_GROWTH && byPlace.stream().allMatch(RetryLayers::areAlike);
  }

  private static List<Long> every(List<Long> pauses, int from, int step) {
    return IntStream.iterate(from, at -> at < pauses.size(), at -> at + step)
        .mapToObj(pauses::get)
        .toList();
  }

  private static long median(List<Long> pauses) {
    return pauses.stream().sorted().skip(pauses.size() / 2).findFirst().orElseThrow();
  }

  private static boolean areAlike(List<Long> pauses) {
    long shortest = Collections.min(pauses);
    long longest = Collections.max(pauses);
    return longest <= MOST_JITTER * shortest + LATE_NANOS;
  }
}
