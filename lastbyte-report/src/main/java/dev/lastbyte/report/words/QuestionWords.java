// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.recovery.Answer;

/** The four questions that decide about a retry. */
public final class QuestionWords {

  private QuestionWords() {}

  /** The question itself. */
  public static String ask(Answer.Question question) {
    return switch (question) {
      case EFFECT -> "Could the world change twice?";
      case USE -> "Could it succeed, and when?";
      case EXPOSURE -> "Would the user see text twice?";
      case COST -> "Is it billed again?";
    };
  }
}
