// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

import java.util.Locale;

/** What an examiner says of one statement, from best to worst. */
public enum Outcome {
  /** It is what the key says. */
  RIGHT,
  /** It is what the key says, which is not the truth: that cannot be known from there. */
  CANNOT_KNOW,
  /** Nothing was claimed, although it could have been known. */
  UNKNOWN,
  /** Something else was claimed. */
  WRONG;

  Outcome orWorse(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The name in tables and in JSON, such as {@code cannot_know}. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }
}
