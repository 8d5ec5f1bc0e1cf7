// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Evidence;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.CloseEvent.WebSocketClosed;
import dev.lastbyte.core.event.LocalEvent.TimerFired;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Closing;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Phase;

/** Attempts that our own side of the wire ended. */
final class LocalCauses {

  private LocalCauses() {}

  static Finding clientGone(Ending.ClientGone ending, AttemptFacts facts) {
    if (isTooBig(ending.seen().event(), facts)) {
      return tooBig().because(Claim.CLOSE_CODE_SAYS_WHY, ending.seen());
    }
    return Finding.proven(Cause.ABORT_DOWNSTREAM_GONE)
        .because(Claim.CLIENT_CLOSED, ending.seen())
        .lacking(Missing.ABORT_PROVENANCE);
  }

  /**
   * The client's own word that a message was longer than it takes (RFC 6455 §7.4.1); none can have
   * come before it had asked.
   */
  private static boolean isTooBig(CloseEvent closed, AttemptFacts facts) {
    return closed instanceof WebSocketClosed frame
        && frame.code() == WebSocketClosed.TOO_BIG
        && facts.phase().compareTo(Phase.AWAIT_HEADERS) >= 0;
  }

  private static Finding tooBig() {
    return Finding.proven(Cause.PROTO_CLIENT_LIMIT).by(Origin.CLIENT_RUNTIME, Certainty.PROVEN);
  }

  static Finding closedHere(Ending.ClosedHere ending, AttemptFacts facts) {
    if (isTooBig(ending.seen().event(), facts)) {
      return tooBig().because(Claim.CLOSE_CODE_SAYS_WHY, ending.seen());
    }
    return switch (ending.seen().event().vantage()) {
      case GATEWAY_DOWN, GATEWAY_UP ->
          Finding.proven(Cause.ABORT_LIFECYCLE)
              .by(Origin.GATEWAY, Certainty.PROVEN)
              .because(Claim.CLOSED_HERE, ending.seen());
      case AGENT, CLIENT, PROVIDER, IMPORT ->
          Finding.proven(Cause.ABORT_UNATTRIBUTED)
              .by(Origin.CLIENT_RUNTIME, Certainty.POSSIBLE)
              .because(Claim.CLOSED_HERE, ending.seen())
              .lacking(Missing.ABORT_PROVENANCE);
    };
  }

  static Finding timedOut(Ending.TimedOut ending, AttemptFacts facts) {
    Cause cause =
        switch (ending.seen().event().timer()) {
          case CONNECT -> Cause.WATCHDOG_CONNECT;
          case HEADERS -> Cause.WATCHDOG_HEADERS;
          case FIRST_CONTENT -> Cause.WATCHDOG_FIRST_CONTENT;
          case IDLE -> Cause.WATCHDOG_IDLE;
          case TOTAL -> Cause.WATCHDOG_TOTAL;
          case TOOL -> Cause.WATCHDOG_TOOL;
          case PING -> Cause.WATCHDOG_PING;
        };
    Finding finding =
        reported(cause, facts)
            .by(Origin.WATCHDOG, Certainty.PROVEN)
            .because(Claim.TIMER_FIRED, ending.seen());
    alive(finding, ending.seen().event(), facts);
    return argue(finding, facts);
  }

  /** Whether the stream was alive while the timer thought it dead. */
  private static void alive(Finding finding, TimerFired timer, AttemptFacts facts) {
    long threshold = timer.thresholdNanos() / 10 * 8; // Spares the time that the news took.
    boolean guardsContent =
        switch (timer.timer()) {
          case IDLE, FIRST_CONTENT, PING -> true;
          case CONNECT, HEADERS, TOTAL, TOOL -> false;
        };
    Integer content = facts.sideObservations().lastContent();
    if (!guardsContent || threshold == 0) {
      return;
    }
    if (content != null && facts.clocks().contentSilenceNanos() < threshold) {
      finding.markFalsePositive().becauseOf(new Evidence(Claim.STREAM_WAS_ALIVE, content));
    } else if (facts.clocks().byteSilenceNanos() < threshold) {
      finding.against(Claim.HEARTBEATS_KEPT_COMING, facts.response());
    }
  }

  static Finding aborted(Ending.Aborted ending, AttemptFacts facts) {
    Finding finding =
        switch (ending.seen().event().source()) {
          case USER -> reported(Cause.ABORT_USER, facts).by(Origin.USER, Certainty.PROVEN);
          case PARENT -> reported(Cause.ABORT_PARENT, facts).by(Origin.AGENT, Certainty.PROVEN);
          case LIFECYCLE ->
              reported(Cause.ABORT_LIFECYCLE, facts).by(Origin.LIFECYCLE, Certainty.PROVEN);
          case SUPERSEDED ->
              reported(Cause.ABORT_SUPERSEDED, facts).by(Origin.AGENT, Certainty.PROVEN);
          case LOOP_GUARD ->
              reported(Cause.ABORT_LOOP_GUARD, facts).by(Origin.AGENT, Certainty.PROVEN);
          case BUDGET -> reported(Cause.ABORT_BUDGET, facts).by(Origin.AGENT, Certainty.PROVEN);
          case UNATTRIBUTED ->
              reported(Cause.ABORT_UNATTRIBUTED, facts).lacking(Missing.ABORT_PROVENANCE);
        };
    return argue(finding.because(Claim.ABORT_REQUESTED, ending.seen()), facts);
  }

  static Finding processLost(Ending.Lost ending) {
    return Finding.proven(Cause.HOST_PROCESS_LOST)
        .by(Origin.HOST, Certainty.PROVEN)
        .because(Claim.PROCESS_LOST, ending.seen())
        .lacking(Missing.PROCESS_DEATH, Missing.CONTENT, Missing.TOOL_EXECUTION);
  }

  /**
   * A local act is proven by its own report, unless the wire says that the provider closed first.
   */
  private static Finding reported(Cause cause, AttemptFacts facts) {
    return closedBefore(facts) ? Finding.likely(cause) : Finding.proven(cause);
  }

  /** A response that was whole may end: what was stopped after it is what came of it. */
  private static boolean closedBefore(AttemptFacts facts) {
    return facts.closing().by() == Closing.By.PROVIDER
        && !(facts.ending() instanceof Ending.Finished);
  }

  private static Finding argue(Finding finding, AttemptFacts facts) {
    var closed = facts.sideObservations().firstClose();
    if (closed == null || facts.ending() instanceof Ending.Finished) {
      return finding;
    }
    return closedBefore(facts)
        ? finding.against(Claim.PROVIDER_SIDE_CLOSED, closed)
        : finding.because(Claim.CLIENT_CLOSED, closed);
  }
}
