// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.recovery.Retryability;

/** Whether trying again could help. */
public final class RetryabilityWords {

  private RetryabilityWords() {}

  /** A whole sentence. */
  public static String sentence(Retryability prospect) {
    return switch (prospect) {
      case NOT_NEEDED -> "Nothing failed, so there is nothing to try again.";
      case TEMPORARY -> "It is of a kind that passes: trying again could help.";
      case AFTER_PAUSE -> "It passes, and the provider wants a pause first.";
      case AT_RESET -> "It ends at a known time, and not before.";
      case PERMANENT -> "The same request would fail again.";
      case WANTED -> "Somebody wanted it to end; trying again is not for a program to decide.";
      case UNEXPLAINED -> "The client left and nothing says why: a person has to agree.";
      case UNCLEAR -> "The cause does not tell: a person has to agree.";
    };
  }
}
