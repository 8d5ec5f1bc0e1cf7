// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.told;

import static dev.lastbyte.harness.scenario.composition.KeyTokens.SAFE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Connections that end before the response's head, at the values of known timers and beside. */
final class TimersBeforeTheHead {

  private static final Duration ROUND_TRIP = Duration.ofMillis(20);

  /** Limits on silence, from a minute on. */
  private static final int[] SILENCES = {60, 100, 120, 230, 240, 300, 350};

  /** Limits on the whole request that are no limit on silence. */
  private static final int[] AGES = {600, 800, 900, 3_600, 6_000};

  /** Limits that chance meets as often. */
  private static final int[] SHORT = {5, 10, 15, 30, 50, 55};

  /** The values of no timer. */
  private static final int[] NONE = {2, 22, 47, 83, 137, 211, 411, 512, 1_234, 4_321};

  private TimersBeforeTheHead() {}

  static List<ToldRun> all() {
    List<ToldRun> runs = new ArrayList<>();
    for (String end : List.of("fin", "rst")) {
      for (int late : new int[] {30, 400}) {
        addAll(runs, SILENCES, late, end, "stream.idle_cut");
        addAll(runs, AGES, late, end, "stream.total_cut");
        addAll(runs, SHORT, late, end, "wait.empty_reply");
        addAll(runs, NONE, late, end, "wait.empty_reply");
      }
    }
    return runs;
  }

  private static void addAll(
      List<ToldRun> runs, int[] seconds, int lateMillis, String end, String cause) {
    for (int value : seconds) {
      runs.add(
          RunScript.begin()
              .attempt(0)
              .connected(ROUND_TRIP)
              .requested()
              .after(Duration.ofSeconds(value).plusMillis(lateMillis))
              .providerClosed(end, 0, "unknown")
              .is("before-head/%ds-%dms-%s".formatted(value, lateMillis, end), cause, SAFE));
    }
  }
}
