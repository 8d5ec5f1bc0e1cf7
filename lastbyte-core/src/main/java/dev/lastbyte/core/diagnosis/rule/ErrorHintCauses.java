// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Evidence;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Delivery;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.hint.Hint;

/**
 * Attempts of which only an error that a program reported tells the end. Its text is read in the
 * light of whatever else was seen, which may make it surer than the text alone.
 */
final class ErrorHintCauses {

  private ErrorHintCauses() {}

  static Finding hinted(Ending.Hinted ending, AttemptFacts facts) {
    ErrorMeaning meaning = ErrorMeaning.of(ending.seen().event().chain());
    Finding finding = meaning.isLoss() ? lost(meaning, facts) : named(meaning, facts);
    finding.because(claim(finding), ending.seen());
    if (!finding.isProven()) {
      meaning.missing().stream()
          .filter(missing -> !isAnswered(missing, facts))
          .forEach(finding::lacking);
    }
    return finding;
  }

  /** A stream that is known to have begun was cut; a request known to be open went unanswered. */
  private static Finding lost(ErrorMeaning meaning, AttemptFacts facts) {
    Integer content = facts.sideObservations().lastContent();
    if (facts.delivery() == Delivery.RECEIVED) {
      Finding cut = Finding.likely(inStream(meaning.reading().hint()));
      return content == null
          ? cut
          : cut.becauseOf(new Evidence(Claim.CONTENT_ARRIVED, content.intValue()));
    }
    return facts.delivery() == Delivery.UNKNOWN
        ? named(meaning, facts)
        : Finding.possible(Cause.WAIT_EMPTY_REPLY);
  }

  private static Cause inStream(Hint hint) {
    return hint == Hint.RESET || hint == Hint.STREAM_RESET
        ? Cause.STREAM_RESET
        : Cause.STREAM_PREMATURE_EOF;
  }

  private static Finding named(ErrorMeaning meaning, AttemptFacts facts) {
    Cause cause = meaning.cause();
    if (facts.delivery() == Delivery.RECEIVED && isUnanswered(cause)) {
      return Finding.unknown().lacking(Missing.CLOSE_MARK);
    }
    if (cause == Cause.ABORT_UNATTRIBUTED && signalWasSet(facts)) {
      return Finding.likely(cause);
    }
    Finding finding =
        switch (meaning.certainty()) {
          case UNKNOWN -> Finding.unknown();
          case POSSIBLE -> Finding.possible(cause);
          case LIKELY -> Finding.likely(cause);
          case PROVEN -> Finding.proven(cause);
        };
    return by(finding, originOf(cause), meaning.certainty());
  }

  /**
   * Whether the cause means that no response had come: a text that says so after one had come
   * speaks of another exchange, such as a retry of the client's own, and so says nothing of this
   * one.
   */
  private static boolean isUnanswered(Cause cause) {
    return switch (cause.group()) {
      case NET, SEND, WAIT -> true;
      case CONN -> cause == Cause.CONN_STALE_REUSE || cause == Cause.CONN_REFUSED_STREAM;
      case NONE, HTTP, PROVIDER, POLICY, PROTO, STREAM, ABORT, WATCHDOG, TOOL, LOCAL, HOST -> false;
    };
  }

  /**
   * Where the abort signal is known not to have been set, the question who set it does not arise.
   */
  private static boolean isAnswered(Missing missing, AttemptFacts facts) {
    return missing == Missing.ABORT_PROVENANCE
        && facts.sideObservations().abortChecked() != null
        && !signalWasSet(facts);
  }

  private static boolean signalWasSet(AttemptFacts facts) {
    var checked = facts.sideObservations().abortChecked();
    return checked != null && checked.event().aborted();
  }

  private static Finding by(Finding finding, Origin origin, Certainty certainty) {
    if (origin == Origin.UNKNOWN) {
      return finding;
    }
    return finding.by(origin, certainty == Certainty.PROVEN ? Certainty.LIKELY : certainty);
  }

  /** The origin that the cause itself names; a connection's end names none. */
  private static Origin originOf(Cause cause) {
    return switch (cause) {
      case PROVIDER_AUTH,
          PROVIDER_CREDENTIAL_EXPIRED,
          PROVIDER_FORBIDDEN,
          PROVIDER_QUOTA,
          PROVIDER_PLAN_WINDOW,
          PROVIDER_BILLING ->
          Origin.ACCOUNT;
      case PROVIDER_BAD_GATEWAY, PROVIDER_GATEWAY_TIMEOUT, HTTP_UNEXPECTED_MEDIA ->
          Origin.INTERMEDIARY;
      case CONN_GOAWAY, CONN_REFUSED_STREAM -> Origin.PROVIDER;
      default ->
          switch (cause.group()) {
            case WATCHDOG -> Origin.WATCHDOG;
            case PROVIDER -> Origin.PROVIDER;
            case POLICY -> Origin.POLICY;
            case TOOL -> Origin.TOOL;
            case LOCAL -> Origin.CLIENT_RUNTIME;
            case PROTO ->
                cause == Cause.PROTO_CLIENT_LIMIT ? Origin.CLIENT_RUNTIME : Origin.UNKNOWN;
            case NONE, NET, CONN, SEND, WAIT, HTTP, STREAM, ABORT, HOST -> Origin.UNKNOWN;
          };
    };
  }

  private static Claim claim(Finding finding) {
    if (!finding.isProven()) {
      return Claim.ERROR_REPORTED;
    }
    return finding.cause().group() == Cause.Group.CONN
        ? Claim.NOT_PROCESSED
        : Claim.PROVIDER_SAID_ERROR;
  }
}
