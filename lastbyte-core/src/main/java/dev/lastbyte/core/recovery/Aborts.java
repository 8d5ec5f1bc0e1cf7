// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static dev.lastbyte.core.recovery.Answer.Question.USE;
import static dev.lastbyte.core.recovery.RetrySafety.NO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.SAFE_AUTO_RETRY;
import static dev.lastbyte.core.recovery.RetrySafety.USER_CONFIRMED_RETRY;

import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.facts.Seen;
import dev.lastbyte.core.recovery.Answer.Reason;
import java.time.Duration;

/**
 * Whether a retry is wanted. An abort that came after the end changes nothing of its cause, and
 * everything of what is wanted now.
 */
final class Aborts {

  /** An abort that a program makes by itself, and sooner after the end, is its cleanup. */
  private static final Duration CLEANUP = Duration.ofSeconds(2);

  private Aborts() {}

  static Answer answer(RunFacts run) {
    RetrySafety strictest = SAFE_AUTO_RETRY;
    for (Seen<AbortRequested> abort : run.aborts()) {
      strictest = strictest.orStricter(after(abort, run.last()));
    }
    Reason reason = strictest == NO_RETRY ? Reason.SOMEBODY_WANTED_IT : Reason.NOBODY_SAYS_WHY;
    return new Answer(USE, strictest, reason);
  }

  private static RetrySafety after(Seen<AbortRequested> abort, AttemptFacts last) {
    boolean ofLast = abort.event().atNanos() >= last.beganAtNanos();
    return switch (abort.event().source()) {
      case USER, PARENT, SUPERSEDED, LOOP_GUARD, BUDGET -> NO_RETRY;
      // A program that was reloaded, and then went on with another attempt, wants it.
      case LIFECYCLE -> ofLast && !isCleanup(abort, last) ? NO_RETRY : SAFE_AUTO_RETRY;
      case UNATTRIBUTED ->
          ofLast && !isCleanup(abort, last) ? USER_CONFIRMED_RETRY : SAFE_AUTO_RETRY;
    };
  }

  private static boolean isCleanup(Seen<AbortRequested> abort, AttemptFacts last) {
    long after = abort.event().atNanos() - last.endedAtNanos();
    return after > 0 && after <= CLEANUP.toNanos();
  }
}
