// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.gateway.correlation.CallerReport.Accepted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No report without a key, and none after the end, makes any verdict less cautious. */
@Timeout(300)
class CallerReportTest {

  private final List<RunLog> runs = ReportableRuns.all();
  private final List<String> lowered = new ArrayList<>();
  private int verdicts;

  private static Stamp stampAfter(RunLog log, int events) {
    return new Stamp(
        events * ReportableRuns.STEP_NANOS + ReportableRuns.STEP_NANOS / 2, 1, Vantage.AGENT);
  }

  private void compare(RunLog log, int caution, List<RunEvent> counted) {
    verdicts++;
    if (CallerReport.caution(log.plus(counted)) < caution) {
      lowered.add(counted + " in " + log.events());
    }
  }

  @Test
  void reportWithoutKey_neverLowersCaution_whereverItComes() {
    int refused = 0;
    for (RunLog log : runs) {
      int caution = CallerReport.caution(log);
      for (int before = 0; before <= log.events().size(); before++) {
        for (RunEvent told : EveryReport.at(stampAfter(log, before))) {
          if (CallerReport.withoutKey(List.of(told)) instanceof Accepted accepted) {
            compare(log, caution, accepted.events());
          } else {
            refused++;
          }
        }
      }
    }
    System.out.printf(
        "%d runs, %d reports without a key judged, %d refused, %d lowered a verdict%n",
        runs.size(), verdicts, refused, lowered.size());
    assertThat(lowered).isEmpty();
    assertThat(verdicts).isPositive();
  }

  @Test
  void reportWithKey_afterTheEnd_neverLowersCaution() {
    for (RunLog log : runs) {
      int caution = CallerReport.caution(log);
      for (RunEvent told : EveryReport.at(stampAfter(log, log.events().size()))) {
        if (CallerReport.withKey(List.of(told), log, true) instanceof Accepted accepted) {
          compare(log, caution, accepted.events());
        }
      }
    }
    assertThat(lowered).isEmpty();
    assertThat(verdicts).isPositive();
  }
}
