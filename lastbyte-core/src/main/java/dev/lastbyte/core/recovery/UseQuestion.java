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
import dev.lastbyte.core.event.LifeEvent.RetryHold;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LifeEvent.RunOutcome;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.facts.Seen;
import dev.lastbyte.core.facts.ToolCall;
import dev.lastbyte.core.recovery.Answer.Reason;
import java.util.List;

/** Could it succeed, and when? */
final class UseQuestion {

  private UseQuestion() {}

  static Answer answer(RunFacts run, Diagnosis diagnosis, RetryPolicy policy) {
    AttemptFacts last = run.last();
    Answer byCause = byCause(last, diagnosis, policy);
    if (byCause.verdict() == NOT_NEEDED) {
      return byCause;
    }
    Answer answer = byCause;
    // What was said or wanted can make an answer stricter, never laxer.
    for (Answer word : List.of(providerSays(last), clientSays(last), Aborts.answer(run))) {
      answer = word.verdict().compareTo(answer.verdict()) > 0 ? word : answer;
    }
    return answer;
  }

  private static Answer providerSays(AttemptFacts facts) {
    boolean saysNo =
        facts.ending() instanceof Ending.Refused && facts.responseAdvice().refusesMore();
    return new Answer(USE, saysNo ? NO_RETRY : SAFE_AUTO_RETRY, Reason.PROVIDER_SAYS_NO);
  }

  /** What the client itself says held it back: it may know more than its log shows. */
  private static Answer clientSays(AttemptFacts facts) {
    Seen<RunEnded> ended = facts.sideObservations().applicationEnded();
    if (ended != null && ended.event().outcome() == RunOutcome.CANCELLED) {
      return new Answer(USE, NO_RETRY, Reason.SOMEBODY_WANTED_IT);
    }
    RetryHold hold = facts.sideObservations().hold();
    if (hold == null) {
      return new Answer(USE, SAFE_AUTO_RETRY, Reason.CLIENT_HELD_BACK);
    }
    return switch (hold) {
      case FINAL_ERROR -> new Answer(USE, NO_RETRY, Reason.CLIENT_SAYS_FINAL);
      case BUDGET_USED -> new Answer(USE, USER_CONFIRMED_RETRY, Reason.BUDGET_USED);
      case OUTPUT_SHOWN, EFFECT_POSSIBLE, ASKS_USER, DISABLED, OTHER ->
          new Answer(USE, USER_CONFIRMED_RETRY, Reason.CLIENT_HELD_BACK);
    };
  }

  private static Answer byCause(AttemptFacts facts, Diagnosis diagnosis, RetryPolicy policy) {
    if (isLeftOpen(facts, diagnosis)) {
      return temporary(facts, policy);
    }
    if (isForbidden(facts) || isMalformedByClient(facts)) {
      return new Answer(USE, NO_RETRY, Reason.CAUSE_IS_PERMANENT);
    }
    return switch (Retryability.after(diagnosis.cause())) {
      case NOT_NEEDED -> new Answer(USE, NOT_NEEDED, Reason.NOTHING_FAILED);
      case TEMPORARY, AFTER_PAUSE ->
          isWorthWaiting(facts, policy)
              ? temporary(facts, policy)
              : new Answer(USE, NO_RETRY, Reason.WAIT_IS_TOO_LONG);
      case AT_RESET, PERMANENT -> new Answer(USE, NO_RETRY, Reason.CAUSE_IS_PERMANENT);
      case WANTED -> new Answer(USE, NO_RETRY, Reason.SOMEBODY_WANTED_IT);
      case UNEXPLAINED -> new Answer(USE, USER_CONFIRMED_RETRY, Reason.NOBODY_SAYS_WHY);
      case UNCLEAR -> new Answer(USE, USER_CONFIRMED_RETRY, Reason.CAUSE_UNKNOWN);
    };
  }

  /** Arguments that the model left open were not refused: another response may close them. */
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

  /** What breaks the rules of HTTP in one request breaks them in the same request again. */
  private static boolean isMalformedByClient(AttemptFacts facts) {
    return facts.ending() instanceof Ending.Broken broken
        && !broken.seen().event().vantage().facesProvider();
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
