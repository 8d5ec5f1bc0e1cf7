// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.testkit.score;

import java.util.Locale;

/** What an examiner says of one statement, from best to worst. */
public enum Outcome {
  /** It is what the key says. */
  RIGHT,
  /** The key says that nobody can know this from there, and nothing was claimed. */
  CANNOT_KNOW,
  /** Nothing was claimed, although it could have been known. */
  UNKNOWN,
  /** Something else was claimed. */
  WRONG;

  private static final String NOTHING = "unknown";
  private static final String WHATEVER = "any";

  static Outcome of(String expected, String got) {
    if (expected.equals(NOTHING)) {
      return got.equals(NOTHING) ? CANNOT_KNOW : WRONG;
    }
    if (expected.equals(WHATEVER) || expected.equals(got)) {
      return RIGHT;
    }
    return got.equals(NOTHING) ? UNKNOWN : WRONG;
  }

  Outcome orWorse(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The name in tables and in JSON, such as {@code cannot_know}. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }
}
