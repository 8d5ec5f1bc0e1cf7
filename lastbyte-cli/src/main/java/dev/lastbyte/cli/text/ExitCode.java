// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import dev.lastbyte.core.diagnosis.Diagnosis;

/** The exit codes, which scripts rely on. */
public final class ExitCode {

  /** Nothing failed. */
  public static final int OK = 0;

  /** A failure was diagnosed; for the demo, a diagnosis was not the expected one. */
  public static final int FAILURE_DIAGNOSED = 1;

  /** The command line or what it names cannot be used. */
  public static final int BAD_INPUT = 2;

  /** Nothing is known to have failed, and of a run nothing says whether it did. */
  public static final int UNDETERMINED = 3;

  private ExitCode() {}

  /** What a diagnosis ends a command with. */
  public static int of(Diagnosis diagnosis) {
    if (diagnosis.failed()) {
      return FAILURE_DIAGNOSED;
    }
    return diagnosis.mayHaveFailed() ? UNDETERMINED : OK;
  }

  /** What is to be said of two files or runs: unusable input first, then failures. */
  public static int orWorse(int one, int other) {
    return rank(one) >= rank(other) ? one : other;
  }

  private static int rank(int code) {
    return switch (code) {
      case OK -> 0;
      case UNDETERMINED -> 1;
      case FAILURE_DIAGNOSED -> 2;
      default -> 3; // The input cannot be used.
    };
  }
}
