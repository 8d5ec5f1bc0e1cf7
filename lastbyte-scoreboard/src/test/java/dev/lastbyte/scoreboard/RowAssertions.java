// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

import java.util.List;
import org.assertj.core.api.SoftAssertions;

/**
 * What is asked of rows. A failure names the rows that fail, and no others: there are thousands.
 */
final class RowAssertions {

  private RowAssertions() {}

  /** The plays came to their ends, and nothing was claimed that is not so; what is safe is well. */
  static void areNotWrong(List<Row> rows) {
    SoftAssertions.assertSoftly(rule -> rows.forEach(row -> isNotWrong(rule, row)));
  }

  private static void isNotWrong(SoftAssertions rule, Row row) {
    String name = row.trial() + " " + row.disagreements();
    rule.assertThat(row.error()).as(name).isNull();
    rule.assertThat(row.outcome()).as(name).isNotEqualTo(Outcome.WRONG);
    rule.assertThat(row.isUnsafe()).as("unsafe: " + name).isFalse();
    rule.assertThat(row.isFlaggedControl()).as("flagged control: " + name).isFalse();
  }

  /** The plays came to their ends, and nothing is said that their keys do not say. */
  static void areRight(List<Row> rows) {
    SoftAssertions.assertSoftly(rule -> rows.forEach(row -> isRight(rule, row)));
  }

  private static void isRight(SoftAssertions rule, Row row) {
    String name = row.trial().toString();
    rule.assertThat(row.error()).as(name).isNull();
    rule.assertThat(row.disagreements()).as(name).isEmpty();
  }
}
