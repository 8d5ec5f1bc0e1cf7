// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.testkit.score.Row;

/** What is asked of a row. */
final class Rows {

  private Rows() {}

  /** The play came to its end, and nothing is said that the key does not say. */
  static void isRight(Row row) {
    String name = row.trial().toString();
    assertThat(row.trouble()).as(name).isNull();
    assertThat(row.disagreements()).as(name).isEmpty();
  }
}
