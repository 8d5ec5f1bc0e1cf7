// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

/**
 * One statement beside what the key says.
 *
 * @param expected the best that can be known from that vantage
 * @param truth what happened
 */
public record AspectResult(Aspect aspect, String expected, String truth, String actual) {

  private static final String UNKNOWN = "unknown";
  private static final String ANY = "any";

  /** What becomes of it. */
  public Outcome outcome() {
    if (actual.equals(expected) || expected.equals(ANY)) {
      return expected.equals(truth) ? Outcome.RIGHT : Outcome.CANNOT_KNOW;
    }
    return actual.equals(UNKNOWN) ? Outcome.UNKNOWN : Outcome.WRONG;
  }
}
