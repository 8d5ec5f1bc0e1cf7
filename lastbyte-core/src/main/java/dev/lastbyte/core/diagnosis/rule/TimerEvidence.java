// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailure;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Seen;
import org.jspecify.annotations.Nullable;

/**
 * Names the timer known in the field whose value an end met, where the timer is not itself the
 * cause that was found: a refusal or an error that its owner may have written, a dial or a client
 * that may have ended by it, or an end that was explained otherwise, against which it speaks.
 */
final class TimerEvidence {

  private TimerEvidence() {}

  static void addTo(Finding finding, AttemptFacts facts) {
    boolean stale = finding.cause() == Cause.CONN_STALE_REUSE;
    if (stale && !TimerMatches.whileKept(facts).isEmpty()) {
      finding.because(Claim.CLOCK_MATCHES_KNOWN_TIMER, facts.reused());
    }
    Seen<? extends RunEvent> met = mayBeOfTimer(facts.ending(), finding.cause());
    if (met == null || isCutByTimer(finding.cause()) || TimerMatches.of(facts).isEmpty()) {
      return;
    }
    if (facts.ending() instanceof Ending.PeerEnded) {
      finding.against(Claim.CLOCK_MATCHES_KNOWN_TIMER, met);
    } else {
      finding.because(Claim.CLOCK_MATCHES_KNOWN_TIMER, met);
    }
  }

  /** What a timer of another's can have done; null for what it cannot. */
  private static @Nullable Seen<? extends RunEvent> mayBeOfTimer(Ending ending, Cause cause) {
    return switch (ending) {
      case Ending.Refused refused when isOfTimers(refused.seen().event().status()) ->
          refused.seen();
      case Ending.FailedInStream failed when isOfTimers(failed.seen().event().failure()) ->
          failed.seen();
      case Ending.MessageEnded ended when cause == Cause.STREAM_SILENT_TRUNCATION -> ended.seen();
      case Ending.ClientGone gone -> gone.seen();
      case Ending.PeerEnded ended -> ended.seen();
      case Ending.NoConnection none when none.seen().event().why() == DialFailure.TIMEOUT ->
          none.seen();
      case Ending.NoHandshake none when none.seen().event().why() == TlsFailure.TIMEOUT ->
          none.seen();
      default -> null; // The others have said themselves what ended them.
    };
  }

  /** A server's failure, or 408, which some relays send in their own name (RFC 9110 §15.5.9). */
  private static boolean isOfTimers(int status) {
    return status >= 500 || status == 408;
  }

  /** A failure of the server's side, or one that it does not name: a relay's timer may say so. */
  private static boolean isOfTimers(ProviderFailure failure) {
    return switch (failure) {
      case OVERLOADED,
          SERVER_ERROR,
          BAD_GATEWAY,
          GATEWAY_TIMEOUT,
          REQUEST_TIMEOUT,
          CANCELLED,
          OTHER ->
          true;
      case AUTH,
          CREDENTIAL_EXPIRED,
          FORBIDDEN,
          NOT_FOUND,
          INVALID_REQUEST,
          CONTEXT_OVERFLOW,
          TOO_LARGE,
          RATE_LIMITED,
          QUOTA,
          PLAN_WINDOW,
          BILLING,
          CONFLICT,
          CONNECTION_LIMIT,
          STATE_LOST,
          CONTENT_FILTER,
          REFUSAL ->
          false;
    };
  }

  private static boolean isCutByTimer(Cause cause) {
    return cause == Cause.STREAM_IDLE_CUT || cause == Cause.STREAM_TOTAL_CUT;
  }
}
