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

  /** Whether a report counts does not depend on when it comes. */
  private static boolean countsWithoutKey(EveryReport report) {
    RunEvent told = report.at(new Stamp(0, 1, Vantage.AGENT));
    return CallerReport.withoutKey(List.of(told)) instanceof Accepted;
  }

  @Test
  void reportWithoutKey_neverLowersCaution_whereverItComes() {
    List<EveryReport> counting =
        EveryReport.all().stream().filter(CallerReportTest::countsWithoutKey).toList();
    for (RunLog log : runs) {
      int caution = CallerReport.caution(log);
      // A run begins with its attempt: no program can speak for it before.
      for (int before = 1; before <= log.events().size(); before++) {
        for (EveryReport report : counting) {
          compare(log, caution, List.of(report.at(stampAfter(log, before))));
        }
      }
    }
    System.out.printf(
        "%d runs, %d of %d reports count without a key, %d verdicts, %d less cautious%n",
        runs.size(), counting.size(), EveryReport.all().size(), verdicts, lowered.size());
    assertThat(lowered).isEmpty();
    assertThat(verdicts).isPositive();
  }

  /** What counts without a key counts with one, and was tried at this place as at any other. */
  @Test
  void reportWithKey_afterTheEnd_neverLowersCaution() {
    List<EveryReport> others =
        EveryReport.all().stream().filter(report -> !countsWithoutKey(report)).toList();
    for (RunLog log : runs) {
      int caution = CallerReport.caution(log);
      for (EveryReport report : others) {
        RunEvent told = report.at(stampAfter(log, log.events().size()));
        if (CallerReport.withKey(List.of(told), log, true) instanceof Accepted accepted) {
          compare(log, caution, accepted.events());
        }
      }
    }
    System.out.printf(
        "%d runs, %d more reports with a key after the end, %d counted, %d less cautious%n",
        runs.size(), runs.size() * others.size(), verdicts, lowered.size());
    assertThat(lowered).isEmpty();
    assertThat(verdicts).isPositive();
  }
}
