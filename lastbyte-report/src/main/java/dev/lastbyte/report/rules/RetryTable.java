// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import static dev.lastbyte.core.recovery.RetrySafety.NOT_NEEDED;
import static dev.lastbyte.core.recovery.RetrySafety.NO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.SAFE_AUTO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.USER_CONFIRMED_RETRY;

import dev.lastbyte.core.recovery.Answer.Question;
import dev.lastbyte.core.recovery.Answer.Reason;
import dev.lastbyte.core.recovery.RetrySafety;
import java.util.Arrays;
import java.util.List;

/** What each reason answers, and to which question. Held against the verdicts by a test. */
final class RetryTable {

  private RetryTable() {}

  /** The reasons that can answer a question. */
  static List<Reason> reasons(Question question) {
    return Arrays.stream(Reason.values()).filter(reason -> question(reason) == question).toList();
  }

  static Question question(Reason reason) {
    return switch (reason) {
      case NO_TOOL_COULD_RUN,
          ONLY_HARMLESS_TOOLS_RAN,
          TOOL_MAY_HAVE_RUN,
          TOOL_OUTCOME_OPEN,
          TOOL_RAN,
          TOOLS_UNKNOWN,
          STORED_AT_PROVIDER,
          STORED_UNDER_KNOWN_ID ->
          Question.EFFECT;
      case NOTHING_FAILED,
          CAUSE_IS_TEMPORARY,
          CAUSE_IS_PERMANENT,
          BUDGET_USED,
          WAIT_IS_TOO_LONG,
          PROVIDER_SAYS_NO,
          CLIENT_SAYS_FINAL,
          CLIENT_HELD_BACK,
          SOMEBODY_WANTED_IT,
          NOBODY_SAYS_WHY,
          CAUSE_UNKNOWN ->
          Question.USE;
      case NOTHING_VISIBLE,
          ONLY_REASONING_VISIBLE,
          TEXT_VISIBLE,
          TEXT_CAN_BE_RETRACTED,
          VISIBILITY_UNKNOWN ->
          Question.EXPOSURE;
      case NOT_BILLED, MAYBE_BILLED_TWICE -> Question.COST;
    };
  }

  /** What a reason allows under the standard policy. */
  static RetrySafety allows(Reason reason) {
    return switch (reason) {
      case NOTHING_FAILED -> NOT_NEEDED;
      case NO_TOOL_COULD_RUN,
          ONLY_HARMLESS_TOOLS_RAN,
          STORED_UNDER_KNOWN_ID,
          CAUSE_IS_TEMPORARY,
          NOTHING_VISIBLE,
          ONLY_REASONING_VISIBLE,
          TEXT_CAN_BE_RETRACTED,
          NOT_BILLED,
          MAYBE_BILLED_TWICE ->
          SAFE_AUTO_RETRY;
      case TOOL_MAY_HAVE_RUN,
          TOOL_OUTCOME_OPEN,
          TOOL_RAN,
          TOOLS_UNKNOWN,
          STORED_AT_PROVIDER,
          BUDGET_USED,
          NOBODY_SAYS_WHY,
          CAUSE_UNKNOWN,
          CLIENT_HELD_BACK,
          TEXT_VISIBLE,
          VISIBILITY_UNKNOWN ->
          USER_CONFIRMED_RETRY;
      case CAUSE_IS_PERMANENT,
          WAIT_IS_TOO_LONG,
          PROVIDER_SAYS_NO,
          CLIENT_SAYS_FINAL,
          SOMEBODY_WANTED_IT ->
          NO_RETRY;
    };
  }
}
