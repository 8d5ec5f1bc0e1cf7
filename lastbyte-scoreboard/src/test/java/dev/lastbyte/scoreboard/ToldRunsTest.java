// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.recovery.RetrySafety;
import dev.lastbyte.harness.told.ToldRun;
import dev.lastbyte.harness.told.ToldRuns;
import dev.lastbyte.report.RunReport;
import dev.lastbyte.report.log.DecodedRunLog;
import dev.lastbyte.report.log.RunLogCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What takes minutes, or hangs on milliseconds, is told with its times and held to its key. */
class ToldRunsTest {

  private static final double MIN_RIGHT = 0.995;

  /** A told run and what is said of it. */
  private record Verdict(ToldRun told, RunReport said) {

    static Verdict of(ToldRun told) throws IOException {
      DecodedRunLog read = RunLogCodec.decode(told.ndjson().getBytes(UTF_8));
      assertThat(read.problems()).as(told.name()).isEmpty();
      return new Verdict(told, RunReport.of(read.log()));
    }

    String cause() {
      return said.diagnosis().cause().code();
    }

    RetrySafety safety() {
      return said.last().verdict().safety();
    }

    boolean isRight() {
      return cause().equals(told.cause()) && safety().code().equals(told.retrySafety());
    }

    boolean isUnsafe() {
      return safety() == RetrySafety.SAFE_AUTO_RETRY && !told.retrySafety().equals(safety().code());
    }

    boolean isConfidentAndWrong() {
      return !cause().equals(told.cause()) && said.diagnosis().confidence() == Certainty.PROVEN;
    }

    @Override
    public String toString() {
      return "%s: %s %s, is %s %s"
          .formatted(told.name(), cause(), safety().code(), told.cause(), told.retrySafety());
    }
  }

  @Test
  void noToldRunIsDiagnosedAgainstItsKey() throws IOException {
    List<Verdict> verdicts = new ArrayList<>();
    for (ToldRun told : ToldRuns.all()) {
      verdicts.add(Verdict.of(told));
    }

    List<Verdict> wrong = verdicts.stream().filter(verdict -> !verdict.isRight()).toList();
    System.out.printf(
        "%d told runs, %d of them right%n", verdicts.size(), verdicts.size() - wrong.size());
    assertThat(verdicts).noneMatch(Verdict::isUnsafe).noneMatch(Verdict::isConfidentAndWrong);
    assertThat(wrong).hasSizeLessThanOrEqualTo((int) (verdicts.size() * (1 - MIN_RIGHT)));
  }

  @Test
  void eachToldRun_hasANameOfItsOwn() {
    assertThat(ToldRuns.all()).extracting(ToldRun::name).doesNotHaveDuplicates();
  }
}
