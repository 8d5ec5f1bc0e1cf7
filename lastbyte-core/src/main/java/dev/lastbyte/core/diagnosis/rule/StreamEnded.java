// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LifeEvent.RunOutcome;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.Media;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.Opacity;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Completion;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Seen;
import java.time.Duration;

/** Attempts whose response came to an end by its own rules: HTTP's, or the dialect's. */
final class StreamEnded {

  /**
   * A stream without content for so long has stalled: the longest first-token waits are shorter.
   */
  private static final long STALL_NANOS = Duration.ofMinutes(5).toNanos();

  private StreamEnded() {}

  /** The dialect's proof was seen. */
  static Finding finished(Ending.Finished ending, AttemptFacts facts) {
    Finish finish = ending.seen().event().finish();
    Finding finding =
        isContradicted(facts) && isOrdinary(finish)
            ? contradicted(facts)
            : byFinish(finish, ending, facts);
    return finding.because(Claim.TERMINAL_PROVEN, ending.seen());
  }

  private static boolean isContradicted(AttemptFacts facts) {
    Seen<Malformed> broken = facts.sideObservations().malformed();
    return broken != null && broken.event().what() == Malformation.CONTRADICTION;
  }

  /** Whether a finish calls all well, so that what speaks against it matters. */
  private static boolean isOrdinary(Finish finish) {
    return switch (finish) {
      case STOP, TOOL_CALLS, PAUSED, OTHER -> true;
      case LENGTH, CONTEXT_WINDOW, INCOMPLETE, CONTENT_FILTER, REFUSAL, CANCELLED, INVALID_CALL ->
          false;
    };
  }

  /** A client that believed the first word of an end acts on half a response. */
  private static Finding contradicted(AttemptFacts facts) {
    return Finding.likely(Cause.PROTO_GRAMMAR)
        .by(Origin.PROVIDER, Certainty.LIKELY)
        .because(Claim.PROTOCOL_BROKEN, facts.sideObservations().malformed());
  }

  private static Finding byFinish(Finish finish, Ending.Finished ending, AttemptFacts facts) {
    return switch (finish) {
      case STOP -> isEmptyStream(facts) ? empty() : whole(ending, facts);
      case TOOL_CALLS, PAUSED -> whole(ending, facts);
      case LENGTH ->
          Finding.proven(Cause.PROVIDER_OUTPUT_LIMIT).by(Origin.PROVIDER, Certainty.PROVEN);
      case CONTEXT_WINDOW, INCOMPLETE ->
          Finding.proven(Cause.PROVIDER_INCOMPLETE).by(Origin.PROVIDER, Certainty.PROVEN);
      case CANCELLED ->
          Finding.proven(Cause.PROVIDER_CANCELLED).by(Origin.PROVIDER, Certainty.PROVEN);
      case OTHER ->
          Finding.unknown()
              .because(Claim.FINISH_SEEN, facts.sideObservations().finish())
              .lacking(Missing.CODE_MEANING);
      case CONTENT_FILTER ->
          Finding.proven(Cause.POLICY_CONTENT_FILTER).by(Origin.POLICY, Certainty.PROVEN);
      case INVALID_CALL ->
          Finding.proven(Cause.TOOL_INVALID_ARGUMENTS).by(Origin.TOOL, Certainty.PROVEN);
      case REFUSAL -> Finding.proven(Cause.POLICY_REFUSAL).by(Origin.POLICY, Certainty.PROVEN);
    };
  }

  private static boolean isEmptyStream(AttemptFacts facts) {
    return facts.response() != null
        && facts.response().event().media().isStream()
        && !facts.sideObservations().hasOutput();
  }

  private static Finding empty() {
    return Finding.proven(Cause.STREAM_EMPTY_COMPLETION)
        .by(Origin.PROVIDER, Certainty.PROVEN)
        .becauseAbsent(Claim.NO_CONTENT);
  }

  private static Finding whole(Ending.Finished ending, AttemptFacts facts) {
    if (ending.cut() != null) {
      return Finding.proven(Cause.STREAM_LATE_CLOSE)
          .by(Origin.PROVIDER, Certainty.LIKELY)
          .because(Claim.PROVIDER_SIDE_CLOSED, ending.cut());
    }
    // An end whose own events contradict it proves nothing.
    boolean sound = facts.sideObservations().malformed() == null;
    return (sound ? Finding.proven(Cause.NONE) : Finding.likely(Cause.NONE))
        .by(Origin.PROVIDER, Certainty.PROVEN);
  }

  /** The bytes cannot be read on: those of the response, or those of the client. */
  static Finding broken(Ending.Broken ending) {
    boolean response = ending.seen().event().vantage().facesProvider();
    return Finding.proven(Cause.PROTO_MALFORMED)
        .by(response ? Origin.PROVIDER : Origin.CLIENT_RUNTIME, Certainty.POSSIBLE)
        .because(Claim.PROTOCOL_BROKEN, ending.seen());
  }

  /** Nothing speaks of an end. A long silence in content then is a stall, if anything. */
  static Finding unseen(AttemptFacts facts) {
    Seen<RunEnded> ended = facts.sideObservations().applicationEnded();
    RunOutcome outcome = ended == null ? RunOutcome.UNKNOWN : ended.event().outcome();
    return switch (outcome) {
      case SUCCEEDED ->
          Finding.likely(Cause.NONE).because(Claim.OUTCOME_TOLD, ended).lacking(Missing.ENDING);
      case CANCELLED ->
          Finding.likely(Cause.ABORT_UNATTRIBUTED)
              .because(Claim.OUTCOME_TOLD, ended)
              .lacking(Missing.ABORT_PROVENANCE);
      case FAILED -> Finding.unknown().because(Claim.OUTCOME_TOLD, ended).lacking(Missing.ENDING);
      case UNKNOWN -> untold(facts);
    };
  }

  private static Finding untold(AttemptFacts facts) {
    boolean silent = facts.clocks().contentSilenceNanos() >= STALL_NANOS;
    if (facts.response() == null || !silent) {
      boolean failed =
          facts.sideObservations().retried() || facts.sideObservations().hold() != null;
      return failed
          ? Finding.unknown().lacking(Missing.ENDING)
          : Finding.unknown().lacking(Missing.OUTCOME, Missing.ENDING);
    }
    Finding finding =
        Finding.likely(Cause.STREAM_STALLED_CONTENT)
            .by(Origin.PROVIDER, Certainty.POSSIBLE)
            .lacking(Missing.ENDING);
    return MissingProof.argue(finding, facts);
  }

  /** HTTP calls the message whole, and the dialect's proof was not seen. */
  static Finding messageEnded(Ending.MessageEnded ending, AttemptFacts facts) {
    Finding finding = judge(facts);
    boolean whole = ending.seen().event().how() == BodyEnd.WHOLE;
    finding.because(
        whole ? Claim.MESSAGE_ENDED_WHOLE : Claim.MESSAGE_ENDED_WITH_CONNECTION, ending.seen());
    return finding;
  }

  private static Finding judge(AttemptFacts facts) {
    var response = facts.response();
    if (response != null && response.event().status() >= 300) {
      return Finding.proven(Cause.HTTP_REDIRECT).by(Origin.PROVIDER, Certainty.LIKELY);
    }
    boolean knownDialect =
        facts.request() != null && facts.request().event().dialect() != Dialect.UNKNOWN;
    if (knownDialect && response != null && response.event().media() == Media.HTML) {
      return Finding.proven(Cause.HTTP_UNEXPECTED_MEDIA)
          .by(Origin.INTERMEDIARY, Certainty.LIKELY)
          .because(Claim.UNEXPECTED_MEDIA, response);
    }
    boolean readable = facts.completion().state() != Completion.State.UNKNOWABLE;
    if (knownDialect && readable) {
      return withoutProof(facts);
    }
    if (knownDialect && isUndecoded(facts)) {
      // What would prove its end is in it, and could not be read: it may say anything.
      return Finding.unknown().lacking(Missing.OUTCOME, Missing.CONTENT);
    }
    // HTTP's own end is all that can be known of it, and it was there.
    return Finding.possible(Cause.NONE)
        .by(Origin.PROVIDER, Certainty.LIKELY)
        .lacking(Missing.CONTENT);
  }

  private static boolean isUndecoded(AttemptFacts facts) {
    Seen<ContentOpaque> opaque = facts.sideObservations().opaque();
    return opaque != null && opaque.event().why() == Opacity.COMPRESSED;
  }

  private static Finding withoutProof(AttemptFacts facts) {
    if (facts.sideObservations().malformed() != null
        && facts.completion().state() == Completion.State.HALF_PROVEN) {
      return Finding.likely(Cause.PROTO_GRAMMAR)
          .by(Origin.PROVIDER, Certainty.LIKELY)
          .because(Claim.PROTOCOL_BROKEN, facts.sideObservations().malformed());
    }
    Finding finding =
        Finding.proven(Cause.STREAM_SILENT_TRUNCATION).by(Origin.PROVIDER, Certainty.LIKELY);
    return MissingProof.argue(finding, facts);
  }
}
