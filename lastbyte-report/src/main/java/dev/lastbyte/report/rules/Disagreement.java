// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.event.Coded;
import java.util.Arrays;
import java.util.List;

/**
 * A question about trying again that the systems we learned from answer differently.
 *
 * <p>Sources: those of {@link PeerSystem}; retry rules of the OpenAI and Anthropic SDKs and of
 * js-genai as of 2026-08; PawWork's {@code run-incident/policy.ts} and {@code retry.ts}; gRPC's
 * proposal A6 (a call is committed once response headers came).
 */
public enum Disagreement implements Coded {
  VISIBLE_TEXT(
      "May the request be sent again once text was visible?",
      "Codex replays the turn; PawWork offers to go on; gRPC calls the call committed.",
      "A person decides, unless the consumer declared that it takes visible text back: nobody"
          + " should read two answers in one."),
  OVERLOADED(
      "Is an overload worth a second try?",
      "Codex stops; PawWork and Claude Code try again.",
      "After a pause, as the exposure allows: a provider that turns a request away has done"
          + " nothing with it, and an overload passes."),
  CONFLICT(
      "Is a 409 worth a second try?",
      "The OpenAI and Anthropic SDKs try again; js-genai does not.",
      "Yes, as the exposure allows: the other request comes to its end."),
  NOT_FOUND(
      "Is a 404 worth a second try?",
      "Codex counts it as retryable, as any status without a class of its own; the SDKs do not.",
      "No: a model does not appear by asking again."),
  SERVER_ERROR(
      "Is a 500 worth a second try?",
      "The OpenAI and Anthropic SDKs, js-genai and Codex try again; gRPC maps it to UNKNOWN, which"
          + " promises nothing.",
      "Yes, with a pause, as the exposure allows. Work may have been done: the questions of effect"
          + " and cost still stand."),
  NAME_NOT_FOUND(
      "Is a name without an address worth a second try?",
      "PawWork does not try again (ENOTFOUND); gRPC-Go asks its resolver again after a time-out or"
          + " a temporary failure only; clients that class every failure to connect alike try"
          + " again.",
      "No: the answer was an answer. A resolver that does not answer is another cause, and"
          + " temporary."),
  SIGN_OF_LIFE(
      "What counts as life on the wire?",
      "nginx and load balancers count any byte; Codex counts any event of the stream; PawWork"
          + " counts progress of the provider.",
      "Both silences are kept apart. Content within a timer's threshold proves that the stream"
          + " lived; heartbeats speak against the timer and prove nothing.");

  private final String question;
  private final String others;
  private final String ours;

  Disagreement(String question, String others, String ours) {
    this.question = question;
    this.others = others;
    this.ours = ours;
  }

  /** What is answered differently. */
  public String question() {
    return question;
  }

  /** Who answers what. */
  public String others() {
    return others;
  }

  /** The side we take, and why. */
  public String ours() {
    return ours;
  }

  /** Those that concern a cause. */
  public static List<Disagreement> about(Cause cause) {
    return Arrays.stream(values()).filter(one -> one.concerns(cause)).toList();
  }

  private boolean concerns(Cause cause) {
    return switch (this) {
      case VISIBLE_TEXT -> cause.group() == Cause.Group.STREAM && isCut(cause);
      case OVERLOADED -> cause == Cause.PROVIDER_OVERLOADED;
      case CONFLICT -> cause == Cause.PROVIDER_CONFLICT;
      case NOT_FOUND -> cause == Cause.PROVIDER_NOT_FOUND;
      case SERVER_ERROR -> cause == Cause.PROVIDER_SERVER_ERROR;
      case NAME_NOT_FOUND -> cause == Cause.NET_DNS_NOT_FOUND;
      case SIGN_OF_LIFE ->
          cause == Cause.WATCHDOG_IDLE
              || cause == Cause.WATCHDOG_FIRST_CONTENT
              || cause == Cause.STREAM_STALLED_CONTENT;
    };
  }

  private static boolean isCut(Cause cause) {
    return cause != Cause.STREAM_STALLED_CONTENT
        && cause != Cause.STREAM_EMPTY_COMPLETION
        && cause != Cause.STREAM_LATE_CLOSE;
  }
}
