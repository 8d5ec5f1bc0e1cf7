// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.testkit.score;

/** One statement beside what the key says. */
public record Mark(Aspect aspect, String expected, String got) {

  /** What becomes of it. */
  public Outcome outcome() {
    return Outcome.of(expected, got);
  }
}
