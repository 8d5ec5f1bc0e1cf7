// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Exposure.Effect;
import dev.lastbyte.core.facts.Exposure.Visible;
import dev.lastbyte.core.facts.RunFacts;
import java.time.Duration;

/** Retry safety into the concrete next step. */
final class NextStep {

  private NextStep() {}

  static Recovery of(RetrySafety safety, RunFacts run, Diagnosis diagnosis, RetryPolicy policy) {
    return switch (safety) {
      case NOT_NEEDED -> new Recovery.NotNeeded();
      case SAFE_AUTO_RETRY -> automatic(run, diagnosis, policy);
      case USER_CONFIRMED_RETRY -> confirmed(run, diagnosis, policy);
      case NO_RETRY -> none(run, diagnosis, policy);
    };
  }

  private static Recovery automatic(RunFacts run, Diagnosis diagnosis, RetryPolicy policy) {
    AttemptFacts facts = run.last();
    if (Storage.of(run) == Storage.KNOWN_ID) {
      return new Recovery.Reconnect();
    }
    if (EffectQuestion.effect(run, policy) == Effect.HARMLESS) {
      return new Recovery.Continue();
    }
    boolean atOnce = diagnosis.cause() == Cause.CONN_STALE_REUSE;
    Duration pause = atOnce ? Duration.ZERO : policy.pauseAfter(facts.attempt());
    Duration after = longer(RetryAfter.of(facts), pause);
    if (asksForPatience(diagnosis.cause())) {
      return new Recovery.Wait(after, pause);
    }
    return new Recovery.Replay(
        after,
        pause,
        policy.mostAttempts() - facts.attempt(),
        isConnectionGone(diagnosis),
        run.exposure().visible() != Visible.NOTHING);
  }

  private static Recovery confirmed(RunFacts run, Diagnosis diagnosis, RetryPolicy policy) {
    return switch (EffectQuestion.effect(run, policy)) {
      case STARTED -> new Recovery.Reconcile();
      case DONE -> new Recovery.Continue();
      case POSSIBLE, UNKNOWN -> new Recovery.Confirm();
      case NONE, HARMLESS -> withoutEffect(run, diagnosis);
    };
  }

  private static Recovery withoutEffect(RunFacts run, Diagnosis diagnosis) {
    if (Storage.of(run) == Storage.MAYBE_LASTING) {
      return new Recovery.Reconcile();
    }
    boolean knowsWhy =
        switch (diagnosis.cause()) {
          case UNKNOWN, ABORT_DOWNSTREAM_GONE, ABORT_UNATTRIBUTED -> false;
          default -> true; // Every other cause says what happened.
        };
    return knowsWhy && run.exposure().visible() == Visible.TEXT
        ? new Recovery.Continue()
        : new Recovery.Confirm();
  }

  private static Recovery none(RunFacts run, Diagnosis diagnosis, RetryPolicy policy) {
    if (EffectQuestion.effect(run, policy) == Effect.STARTED) {
      return new Recovery.Reconcile();
    }
    AttemptFacts facts = run.last();
    boolean endsByItself =
        switch (Retryability.after(diagnosis.cause())) {
          case AFTER_PAUSE, AT_RESET -> true;
          case NOT_NEEDED, TEMPORARY, PERMANENT, WANTED, UNEXPLAINED, UNCLEAR -> false;
        };
    if (endsByItself && !RetryAfter.of(facts).isZero()) {
      return new Recovery.Wait(RetryAfter.of(facts), Duration.ZERO);
    }
    return switch (diagnosis.cause()) {
      // What came so far is whole as far as it goes.
      case ABORT_LIFECYCLE, PROVIDER_OUTPUT_LIMIT -> new Recovery.Continue();
      case PROVIDER_CREDENTIAL_EXPIRED ->
          wasRefreshed(run) ? new Recovery.Stop() : new Recovery.RefreshCredential();
      default -> new Recovery.Stop(); // Every other cause stands in the way of more.
    };
  }

  /** Whether an earlier attempt ended so too: what was to be done once has been done, in vain. */
  private static boolean wasRefreshed(RunFacts run) {
    return run.attempts().stream()
        .limit(run.attempts().size() - 1L)
        .anyMatch(
            earlier -> Diagnoser.diagnose(earlier).cause() == Cause.PROVIDER_CREDENTIAL_EXPIRED);
  }

  private static boolean asksForPatience(Cause cause) {
    return Retryability.after(cause) == Retryability.AFTER_PAUSE;
  }

  private static boolean isConnectionGone(Diagnosis diagnosis) {
    return switch (diagnosis.cause().group()) {
      case CONN, SEND, WAIT, STREAM, NET, WATCHDOG, HOST -> true;
      case NONE, LOCAL, HTTP, PROTO, PROVIDER, POLICY, ABORT, TOOL -> false;
    };
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
