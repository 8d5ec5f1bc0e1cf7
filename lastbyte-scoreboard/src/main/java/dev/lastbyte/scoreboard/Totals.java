// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

import java.util.List;

/** The rows counted, and the bars that they have to pass. */
public record Totals(
    int rows, int right, int cannotKnow, int unknown, int wrong, int unsafe, int controlsFlagged) {

  private static final double MIN_RIGHT = 0.99;
  private static final double MAX_WRONG = 0.002;

  /** Those of these rows. */
  public static Totals of(List<Row> rows) {
    return new Totals(
        rows.size(),
        count(rows, Outcome.RIGHT),
        count(rows, Outcome.CANNOT_KNOW),
        count(rows, Outcome.UNKNOWN),
        count(rows, Outcome.WRONG),
        (int) rows.stream().filter(Row::isUnsafe).count(),
        (int) rows.stream().filter(Row::isFlaggedControl).count());
  }

  private static int count(List<Row> rows, Outcome outcome) {
    return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
  }

  /** The share that is right, from 0 to 1; to know that one cannot know is right. */
  public double rightShare() {
    return share(right + cannotKnow);
  }

  /** The share that claims nothing where it could, from 0 to 1. */
  public double unknownShare() {
    return share(unknown);
  }

  /** The share that claims something else, from 0 to 1. */
  public double wrongShare() {
    return share(wrong);
  }

  /**
   * Whether at least 99 % are right, at most 0.2 % are wrong, nothing would be tried again
   * unsafely, and nothing that was well is said to have failed.
   */
  public boolean meetThresholds() {
    return rightShare() >= MIN_RIGHT
        && wrongShare() <= MAX_WRONG
        && unsafe == 0
        && controlsFlagged == 0;
  }

  private double share(int part) {
    return rows == 0 ? 0 : (double) part / rows;
  }
}
