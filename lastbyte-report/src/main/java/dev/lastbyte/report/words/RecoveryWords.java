// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.recovery.Answer;
import dev.lastbyte.core.recovery.Recovery;
import dev.lastbyte.core.recovery.RetrySafety;

/** Retry safety and the next step as sentences. */
public final class RecoveryWords {

  private RecoveryWords() {}

  /** Whether to try again, as a whole sentence. */
  public static String sentence(RetrySafety safety) {
    return switch (safety) {
      case NOT_NEEDED -> "There is nothing to retry.";
      case SAFE_AUTO_RETRY -> "It is safe to retry automatically.";
      case USER_CONFIRMED_RETRY -> "Retry only after a person has agreed.";
      case NO_RETRY -> "Do not retry.";
    };
  }

  /** The next step, as a whole sentence. */
  public static String sentence(Recovery step) {
    return switch (step) {
      case Recovery.NotNeeded none -> "Nothing is to be done.";
      case Recovery.Replay replay -> replay(replay);
      case Recovery.Reconnect reconnect ->
          "Ask the provider for the response that it keeps, by its id.";
      case Recovery.Reconcile reconcile ->
          "First find out what was done already: the outcome is open.";
      case Recovery.Continue next -> "Go on from what is there; do not begin again.";
      case Recovery.Wait wait ->
          "Send the same request again, not before "
              + Numbers.duration(wait.atLeast().toNanos())
              + ".";
      case Recovery.RefreshCredential refresh ->
          "Refresh the credential once, then send the request again with the new one; ask a person"
              + " only if that fails.";
      case Recovery.Confirm confirm -> "Ask the person before anything is sent again.";
      case Recovery.Stop stop -> "Stop and tell the person why.";
    };
  }

  private static String replay(Recovery.Replay replay) {
    return "Send the same request again"
        + (replay.onNewConnection() ? " on a new connection" : "")
        + (replay.after().isZero()
            ? ""
            : ", after at least " + Numbers.duration(replay.after().toNanos()))
        + (replay.retractPartial() ? "; first take the partial response back" : "")
        + ".";
  }

  /** Why an answer is what it is, as a clause. */
  public static String clause(Answer.Reason reason) {
    return switch (reason) {
      case NOTHING_FAILED -> "nothing failed";
      case NO_TOOL_COULD_RUN -> "no tool can have run";
      case ONLY_HARMLESS_TOOLS_RAN -> "only read-only or idempotent tools ran";
      case TOOL_MAY_HAVE_RUN -> "a tool may have been executed";
      case TOOL_OUTCOME_OPEN -> "a tool was started and its outcome is open";
      case TOOL_RAN -> "a tool has changed something";
      case TOOLS_UNKNOWN -> "nothing is known about what tools did";
      case STORED_AT_PROVIDER ->
          "the provider may have changed what it keeps, or may go on with its work";
      case STORED_UNDER_KNOWN_ID -> "the provider keeps the response under an id that is known";
      case CAUSE_IS_TEMPORARY -> "the cause is of a kind that passes";
      case CAUSE_IS_PERMANENT -> "the same request would fail again";
      case BUDGET_USED -> "the run has made as many attempts as it may";
      case WAIT_IS_TOO_LONG -> "the provider wants a longer pause than the policy allows";
      case PROVIDER_SAYS_NO -> "the response itself says not to try again";
      case CLIENT_SAYS_FINAL -> "the application itself calls the error final";
      case CLIENT_HELD_BACK -> "the application itself held a retry back";
      case SOMEBODY_WANTED_IT -> "somebody wanted it to end";
      case NOBODY_SAYS_WHY -> "the client left and nothing says why";
      case CAUSE_UNKNOWN -> "the cause is not known well enough";
      case NOTHING_VISIBLE -> "nothing was visible";
      case ONLY_REASONING_VISIBLE -> "only reasoning was visible";
      case TEXT_VISIBLE -> "text was visible and would be seen twice";
      case TEXT_CAN_BE_RETRACTED -> "visible text can be taken back";
      case VISIBILITY_UNKNOWN -> "what was visible is not known";
      case NOT_BILLED -> "nothing was billed";
      case MAYBE_BILLED_TWICE -> "it may be billed again";
    };
  }
}
