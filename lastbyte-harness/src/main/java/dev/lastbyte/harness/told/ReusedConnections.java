// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.told;

import static dev.lastbyte.harness.scenario.composition.KeyTokens.SAFE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Connections that had served before, and end without a byte of the next response. */
final class ReusedConnections {

  private static final Duration ROUND_TRIP = Duration.ofMillis(20);
  private static final List<Duration> IDLE =
      List.of(Duration.ofMillis(1), Duration.ofMillis(600), Duration.ofSeconds(30));
  private static final List<String> ENDS = List.of("fin", "rst");

  private ReusedConnections() {}

  static List<ToldRun> all() {
    List<ToldRun> runs = new ArrayList<>();
    for (String end : ENDS) {
      for (Duration idle : IDLE) {
        for (String looked : List.of("unknown", "open")) {
          for (int millis : new int[] {300, 1_000, 4_000}) {
            runs.add(
                lost(idle, looked, Duration.ofMillis(millis), end, "unknown")
                    .is(name("silent", idle, looked, millis, end), "wait.empty_reply", SAFE));
          }
          // the limit of a load balancer, whoever else was alive
          runs.add(
              lost(idle, looked, Duration.ofMillis(60_030), end, "unknown")
                  .is(name("silent", idle, looked, 60_030, end), "stream.idle_cut", SAFE));
        }
      }
      // a connection that served a millisecond ago did not die of idleness
      runs.add(
          lost(IDLE.getFirst(), "open", Duration.ofMillis(5), end, "unknown")
              .is(name("at-once", IDLE.getFirst(), "open", 5, end), "wait.empty_reply", SAFE));
      for (Duration idle : IDLE.subList(1, IDLE.size())) {
        for (String looked : List.of("unknown", "open", "closed", "reset")) {
          runs.add(
              lost(idle, looked, ROUND_TRIP, end, "unknown")
                  .is(name("dead", idle, looked, 20, end), "conn.stale_reuse", SAFE));
        }
      }
    }
    for (Duration idle : IDLE) {
      for (int millis : new int[] {5, 300}) { // an event loop may read an end late
        runs.add(
            lost(idle, "open", Duration.ofMillis(millis), "fin", "no")
                .is(name("crossed", idle, "open", millis, "fin"), "conn.stale_reuse", SAFE));
      }
    }
    return runs;
  }

  private static String name(String what, Duration idle, String looked, int millis, String end) {
    return "reuse/%s-idle%d-%s-%dms-%s".formatted(what, idle.toMillis(), looked, millis, end);
  }

  private static RunScript lost(
      Duration idle, String looked, Duration silence, String end, String reached) {
    return RunScript.begin()
        .attempt(0)
        .reused(idle, looked, ROUND_TRIP)
        .requested()
        .after(silence)
        .providerClosed(end, 0, reached);
  }
}
