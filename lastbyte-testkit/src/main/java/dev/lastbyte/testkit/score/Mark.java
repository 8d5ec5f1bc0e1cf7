// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.testkit.score;

/**
 * One statement beside what the key says.
 *
 * @param expected the best that can be known from that vantage
 * @param truth what happened
 */
public record Mark(Aspect aspect, String expected, String truth, String got) {

  private static final String NOTHING = "unknown";
  private static final String WHATEVER = "any";

  /** What becomes of it. */
  public Outcome outcome() {
    if (got.equals(expected) || expected.equals(WHATEVER)) {
      return expected.equals(truth) ? Outcome.RIGHT : Outcome.CANNOT_KNOW;
    }
    return got.equals(NOTHING) ? Outcome.UNKNOWN : Outcome.WRONG;
  }
}
