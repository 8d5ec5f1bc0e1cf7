// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static dev.lastbyte.core.recovery.Answer.Question.USE;
import static dev.lastbyte.core.recovery.RetrySafety.NOT_NEEDED;
import static dev.lastbyte.core.recovery.RetrySafety.NO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.SAFE_AUTO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.USER_CONFIRMED_RETRY;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailure;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.ToolCall;
import dev.lastbyte.core.recovery.Answer.Reason;

/** Could it succeed, and when? */
final class UseQuestion {

  private UseQuestion() {}

  static Answer answer(AttemptFacts facts, Diagnosis diagnosis, RetryPolicy policy) {
    Answer byCause = byCause(facts, diagnosis, policy);
    // The provider's word can make an answer stricter, never laxer.
    boolean vetoed = byCause.verdict() != NO_RETRY && saysNo(facts);
    return vetoed ? new Answer(USE, NO_RETRY, Reason.PROVIDER_SAYS_NO) : byCause;
  }

  private static boolean saysNo(AttemptFacts facts) {
    return facts.ending() instanceof Ending.Refused && facts.responseAdvice().refusesMore();
  }

  private static Answer byCause(AttemptFacts facts, Diagnosis diagnosis, RetryPolicy policy) {
    if (isLeftOpen(facts, diagnosis)) {
      return temporary(facts, policy);
    }
    if (isForbidden(facts)) {
      return new Answer(USE, NO_RETRY, Reason.CAUSE_IS_PERMANENT);
    }
    return switch (Retryability.after(diagnosis.cause())) {
      case NOT_NEEDED -> new Answer(USE, NOT_NEEDED, Reason.NOTHING_FAILED);
      case TEMPORARY -> temporary(facts, policy);
      case AFTER_PAUSE ->
          isWorthWaiting(facts, policy)
              ? temporary(facts, policy)
              : new Answer(USE, NO_RETRY, Reason.WAIT_IS_TOO_LONG);
      case AT_RESET, PERMANENT -> new Answer(USE, NO_RETRY, Reason.CAUSE_IS_PERMANENT);
      case WANTED -> new Answer(USE, NO_RETRY, Reason.SOMEBODY_WANTED_IT);
      case UNEXPLAINED -> new Answer(USE, USER_CONFIRMED_RETRY, Reason.NOBODY_SAYS_WHY);
      case UNCLEAR -> new Answer(USE, USER_CONFIRMED_RETRY, Reason.CAUSE_UNKNOWN);
    };
  }

  /** Arguments that the model left open were refused by nobody: another answer may close them. */
  private static boolean isLeftOpen(AttemptFacts facts, Diagnosis diagnosis) {
    return diagnosis.cause() == Cause.TOOL_INVALID_ARGUMENTS
        && facts.ending() instanceof Ending.Finished
        && facts.tools().stream().noneMatch(call -> call.state() == ToolCall.State.REJECTED);
  }

  /** A proxy that is down comes back; one that does not allow the provider stays as it is. */
  private static boolean isForbidden(AttemptFacts facts) {
    return facts.ending() instanceof Ending.NoProxy proxy
        && proxy.seen().event().why() == ProxyFailure.FORBIDDEN;
  }

  private static Answer temporary(AttemptFacts facts, RetryPolicy policy) {
    return facts.attempt() < policy.mostAttempts()
        ? new Answer(USE, SAFE_AUTO_RETRY, Reason.CAUSE_IS_TEMPORARY)
        : new Answer(USE, USER_CONFIRMED_RETRY, Reason.BUDGET_USED);
  }

  private static boolean isWorthWaiting(AttemptFacts facts, RetryPolicy policy) {
    return RetryAfter.of(facts).compareTo(policy.longestWait()) <= 0;
  }
}
