// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

/** What is asked of a row. */
final class RowAssertions {

  private RowAssertions() {}

  /** The play came to its end, and nothing was claimed that is not so; what is safe is well. */
  static void isNotWrong(Row row) {
    String name = row.trial() + " " + row.disagreements();
    assertThat(row.error()).as(name).isNull();
    assertThat(row.outcome()).as(name).isNotEqualTo(Outcome.WRONG);
    assertThat(row.isUnsafe()).as(name).isFalse();
    assertThat(row.isFlaggedControl()).as(name).isFalse();
  }

  /** The play came to its end, and nothing is said that the key does not say. */
  static void isRight(Row row) {
    String name = row.trial().toString();
    assertThat(row.error()).as(name).isNull();
    assertThat(row.disagreements()).as(name).isEmpty();
  }
}
