// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The explanations of public field reports, held against what reading the whole report gave. */
class FieldReportsTest {

  private static final List<FieldReport> REPORTS = FieldReport.all();

  @Test
  void noProvenExplanationIsWrong() {
    assertThat(REPORTS)
        .hasSizeGreaterThan(100)
        .allSatisfy(report -> {
          Explanation explanation = Explanation.of(report.text());
          if (explanation.diagnosis().confidence().compareTo(Certainty.LIKELY) >= 0) {
            assertThat(explanation.group()).as(report.id()).isEqualTo(report.group());
          }
        });
  }

  @Test
  void theGroupIsFoundWhereTheTextTellsIt() {
    Map<ErrorGroup, Map<ErrorGroup, Integer>> table = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    int right = 0;
    int sure = 0;
    int open = 0;
    for (FieldReport report : REPORTS) {
      Explanation explanation = Explanation.of(report.text());
      ErrorGroup given = explanation.group();
      table.computeIfAbsent(report.group(), g -> new TreeMap<>()).merge(given, 1, Integer::sum);
      if (given == report.group()) {
        right++;
        sure += isSure(explanation) ? 1 : 0;
      } else if (given == ErrorGroup.UNKNOWN) {
        open++;
      } else {
        wrong.add(report.id() + " " + report.group().code() + " -> " + given.code());
      }
    }
    table.forEach((label, givens) -> System.out.println(label.code() + " -> " + givens));
    System.out.printf(
        "%d reports: %d right (%d of them likely or proven), %d unknown, %d possible and wrong:"
            + " %s%n",
        REPORTS.size(), right, sure, open, wrong.size(), wrong);

    assertThat(right).isGreaterThanOrEqualTo(86);
    assertThat(wrong).hasSizeLessThanOrEqualTo(8);
  }

  private static boolean isSure(Explanation explanation) {
    return explanation.diagnosis().confidence().compareTo(Certainty.LIKELY) >= 0;
  }
}
