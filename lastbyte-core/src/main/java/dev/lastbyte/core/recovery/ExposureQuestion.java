// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static dev.lastbyte.core.recovery.Answer.Question.EXPOSURE;
import static dev.lastbyte.core.recovery.RetrySafety.SAFE_AUTO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.USER_CONFIRMED_RETRY;

import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.recovery.Answer.Reason;

/** Would the user see text twice? */
final class ExposureQuestion {

  private ExposureQuestion() {}

  static Answer answer(RunFacts run, RetryPolicy policy) {
    return switch (run.exposure().visible()) {
      case NOTHING -> new Answer(EXPOSURE, SAFE_AUTO_RETRY, Reason.NOTHING_VISIBLE);
      case REASONING -> new Answer(EXPOSURE, SAFE_AUTO_RETRY, Reason.ONLY_REASONING_VISIBLE);
      case TEXT -> text(policy, Reason.TEXT_VISIBLE);
      case UNKNOWN -> text(policy, Reason.VISIBILITY_UNKNOWN);
    };
  }

  private static Answer text(RetryPolicy policy, Reason reason) {
    return policy.canRetract()
        ? new Answer(EXPOSURE, SAFE_AUTO_RETRY, Reason.TEXT_CAN_BE_RETRACTED)
        : new Answer(EXPOSURE, USER_CONFIRMED_RETRY, reason);
  }
}
