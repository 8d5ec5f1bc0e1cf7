// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.DistinguishingObservations;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.hint.ErrorReading;
import dev.lastbyte.core.hint.Fingerprint;
import dev.lastbyte.core.hint.Hint;
import dev.lastbyte.core.hint.Hint.Weight;
import dev.lastbyte.core.hint.Stage;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an error chain means by its text alone.
 *
 * @param reading what the catalogue knows of it
 * @param cause the leading cause; unknown if none leads
 * @param certainty how sure the text makes it: proven only if the text proves, lower if its levels
 *     contradict each other
 * @param candidates the other causes that print such a text
 * @param contradicted whether its levels contradict each other
 */
public record ErrorMeaning(
    ErrorReading reading,
    Cause cause,
    Certainty certainty,
    List<Cause> candidates,
    boolean contradicted) {

  /** The meaning of a chain, outermost level first. */
  public static ErrorMeaning of(List<ErrorLink> chain) {
    ErrorReading reading = ErrorReading.of(chain);
    HintMeanings.Meaning meaning =
        reading.isSeveral() ? SeveralCauses.of(reading) : HintMeanings.of(reading.hint());
    Cause cause = reading.isSeveral() ? meaning.cause() : placed(meaning.cause(), reading);
    boolean contradicted =
        !reading.isSeveral() && (topicsClash(cause, reading) || stagesClash(reading));
    Certainty certainty = certainty(cause, meaning.certainty(), reading.proves(), contradicted);
    return new ErrorMeaning(
        reading, cause, certainty, others(cause, certainty, meaning, reading), contradicted);
  }

  /** A proven answer has no other; what turned a request away unprocessed, the words leave open. */
  private static List<Cause> others(
      Cause cause, Certainty certainty, HintMeanings.Meaning meaning, ErrorReading reading) {
    if (certainty == Certainty.PROVEN && cause.group() != Cause.Group.CONN) {
      return List.of();
    }
    return Stream.concat(Stream.of(meaning.cause()), meaning.candidates().stream())
        .filter(other -> other != cause && other != Cause.UNKNOWN)
        .filter(other -> reading.stage() != Stage.ANSWERED || mayFollowAHead(other))
        .toList();
  }

  /** Within a response, nothing can be the cause that ends an exchange before one. */
  private static boolean mayFollowAHead(Cause cause) {
    return switch (cause.group()) {
      case NET, SEND, WAIT, LOCAL -> false;
      case CONN -> cause == Cause.CONN_GOAWAY;
      case WATCHDOG -> cause != Cause.WATCHDOG_CONNECT && cause != Cause.WATCHDOG_HEADERS;
      case NONE, HTTP, PROTO, STREAM, PROVIDER, POLICY, ABORT, TOOL, HOST -> true;
    };
  }

  /** Whether the text speaks of a connection that was lost, before or within the response. */
  boolean isLoss() {
    return !reading.isSeveral() && isLoss(reading.hint());
  }

  /** What would have to be seen to tell the causes that print such a text apart. */
  public List<Missing> missing() {
    Stream<Cause> leading =
        cause == Cause.UNKNOWN && !candidates.isEmpty() ? Stream.empty() : Stream.of(cause);
    return Stream.concat(leading, candidates.stream())
        .map(DistinguishingObservations::of)
        .distinct()
        .toList();
  }

  /** What the loss of a connection is called depends on how far the exchange had come. */
  private static Cause placed(Cause cause, ErrorReading reading) {
    if (isTimeOfDial(reading)) {
      return Cause.NET_CONNECT_TIMEOUT;
    }
    if (!isLoss(reading.hint())) {
      return cause;
    }
    if (reading.stage().beforeResponse()) {
      return Cause.WAIT_EMPTY_REPLY;
    }
    boolean begun = reading.stage() == Stage.ANSWERED;
    return cause == Cause.UNKNOWN && begun ? Cause.STREAM_PREMATURE_EOF : cause;
  }

  /** Some limit of time, and words that say that no connection came about. */
  private static boolean isTimeOfDial(ErrorReading reading) {
    boolean timer = reading.hint() == Hint.SOME_TIMER || reading.hint() == Hint.PATH_TIMEOUT;
    return timer && reading.known().stream().anyMatch(next -> next.hint() == Hint.DIAL_FAILED);
  }

  private static boolean isLoss(Hint hint) {
    return switch (hint) {
      case PEER_CLOSED, RESET, CUT, STREAM_RESET, CONNECTION_LOST, PATH_DIED -> true;
      default -> false; // The others name their cause themselves.
    };
  }

  private static Certainty certainty(
      Cause cause, Certainty byText, boolean proves, boolean contradicted) {
    if (cause == Cause.UNKNOWN) {
      return Certainty.UNKNOWN;
    }
    if (proves) {
      return contradicted ? Certainty.LIKELY : Certainty.PROVEN;
    }
    return contradicted || byText == Certainty.UNKNOWN ? Certainty.POSSIBLE : byText;
  }

  private static boolean topicsClash(Cause cause, ErrorReading reading) {
    return reading.known().stream()
        .map(Fingerprint::hint)
        .filter(hint -> hint.weight() == Weight.TELLING)
        .map(hint -> HintMeanings.of(hint).cause())
        .anyMatch(other -> topic(other) != topic(cause));
  }

  private static boolean stagesClash(ErrorReading reading) {
    List<Stage> stages = reading.known().stream().map(known -> known.hint().stage()).toList();
    return stages.contains(Stage.ANSWERED) && stages.stream().anyMatch(Stage::beforeResponse);
  }

  /** Groups that describe one failure from two sides count as one. */
  private static Cause.Group topic(Cause cause) {
    return switch (cause.group()) {
      case CONN, SEND, WAIT, STREAM -> Cause.Group.STREAM;
      case HTTP, PROVIDER, POLICY -> Cause.Group.PROVIDER;
      case NONE, LOCAL, NET, PROTO, ABORT, WATCHDOG, TOOL, HOST -> cause.group();
    };
  }
}
