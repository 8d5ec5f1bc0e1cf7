// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import dev.lastbyte.core.event.Coded;

/**
 * The answer to one of the four questions that decide about a retry.
 *
 * @param verdict what this question alone would allow
 */
public record Answer(Question question, RetrySafety verdict, Reason reason) {

  /** The four questions. The strictest answer wins. */
  public enum Question implements Coded {
    /** Could the world change twice? */
    EFFECT,
    /** Could it succeed, and when? */
    USE,
    /** Would the user see text twice? */
    EXPOSURE,
    /** Is it billed again, and how much? */
    COST
  }

  /** Why an answer is what it is. */
  public enum Reason implements Coded {
    NOTHING_FAILED,

    NO_TOOL_COULD_RUN,
    ONLY_HARMLESS_TOOLS_RAN,
    TOOL_MAY_HAVE_RUN,
    TOOL_OUTCOME_OPEN,
    TOOL_RAN,
    TOOLS_UNKNOWN,
    STORED_AT_PROVIDER,
    STORED_UNDER_KNOWN_ID,

    CAUSE_IS_TEMPORARY,
    CAUSE_IS_PERMANENT,
    BUDGET_USED,
    WAIT_IS_TOO_LONG,
    PROVIDER_SAYS_NO,
    CLIENT_SAYS_FINAL,
    CLIENT_HELD_BACK,
    SOMEBODY_WANTED_IT,
    NOBODY_SAYS_WHY,
    CAUSE_UNKNOWN,

    NOTHING_VISIBLE,
    ONLY_REASONING_VISIBLE,
    TEXT_VISIBLE,
    TEXT_CAN_BE_RETRACTED,
    VISIBILITY_UNKNOWN,

    NOT_BILLED,
    MAYBE_BILLED_TWICE
  }
}
