// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.facts.AttemptFacts;
import java.util.List;

/**
 * The one observation that would change a diagnosis.
 *
 * @param into what the cause would then be
 */
public record DecisiveObservation(Observation observation, Cause into) {

  /** What would have to be seen. */
  public enum Observation implements Coded {
    /** An abort or a timer of our own, before the end. */
    EARLIER_LOCAL_END,
    /** The provider's side closing before our own act. */
    EARLIER_PROVIDER_CLOSE,
    /** The application saying who wanted it. */
    PROVENANCE,
    /** The dialect's own proof of a whole response. */
    TERMINAL_PROOF,
    /** A reset on the wire, where only an error's text is known. */
    RESET_ON_THE_WIRE,
    /** That the connection had been used before. */
    EARLIER_USE_OF_THE_CONNECTION,
    /** That the connection had ended before the request was written on it. */
    END_BEFORE_THE_REQUEST,
    /** That the provider's side had read the request. */
    REQUEST_WAS_READ,
    /** The content, which could not be followed. */
    CONTENT,
    /** Any terminal evidence at all. */
    ANY_ENDING,
    /** A record of how the run ended. */
    END_RECORD
  }

  private static final DecisiveObservation STALE_AFTER_ALL =
      new DecisiveObservation(Observation.END_BEFORE_THE_REQUEST, Cause.CONN_STALE_REUSE);

  /** What would change a cause that was found in those facts, proven or not. */
  public static DecisiveObservation of(Cause cause, boolean proven, AttemptFacts facts) {
    return cause == Cause.WAIT_EMPTY_REPLY && facts.reuse() != null
        ? STALE_AFTER_ALL
        : of(cause, proven);
  }

  /** Whatever may change a cause that was found, proven or not, as the facts are. */
  public static List<DecisiveObservation> allOf(Cause cause, boolean proven) {
    DecisiveObservation usual = of(cause, proven);
    return cause == Cause.WAIT_EMPTY_REPLY ? List.of(usual, STALE_AFTER_ALL) : List.of(usual);
  }

  /** What would change a cause that was found, proven or not. */
  private static DecisiveObservation of(Cause cause, boolean proven) {
    return switch (cause) {
      case UNKNOWN -> new DecisiveObservation(Observation.ANY_ENDING, Cause.UNKNOWN);
      case NONE ->
          proven
              ? new DecisiveObservation(Observation.EARLIER_LOCAL_END, Cause.ABORT_UNATTRIBUTED)
              : new DecisiveObservation(Observation.CONTENT, Cause.STREAM_SILENT_TRUNCATION);
      case HOST_PROCESS_LOST -> new DecisiveObservation(Observation.END_RECORD, Cause.UNKNOWN);
      case STREAM_SILENT_TRUNCATION ->
          new DecisiveObservation(Observation.TERMINAL_PROOF, Cause.NONE);
      case WAIT_EMPTY_REPLY ->
          new DecisiveObservation(
              Observation.EARLIER_USE_OF_THE_CONNECTION, Cause.CONN_STALE_REUSE);
      case CONN_STALE_REUSE ->
          new DecisiveObservation(Observation.REQUEST_WAS_READ, Cause.WAIT_EMPTY_REPLY);
      case ABORT_DOWNSTREAM_GONE, ABORT_UNATTRIBUTED ->
          new DecisiveObservation(Observation.PROVENANCE, Cause.ABORT_USER);
      case STREAM_PREMATURE_EOF ->
          proven
              ? new DecisiveObservation(Observation.EARLIER_LOCAL_END, Cause.ABORT_UNATTRIBUTED)
              : new DecisiveObservation(Observation.RESET_ON_THE_WIRE, Cause.STREAM_RESET);
      default ->
          switch (cause.group()) {
            case ABORT, WATCHDOG ->
                new DecisiveObservation(
                    Observation.EARLIER_PROVIDER_CLOSE, Cause.STREAM_PREMATURE_EOF);
            default ->
                new DecisiveObservation(Observation.EARLIER_LOCAL_END, Cause.ABORT_UNATTRIBUTED);
          };
    };
  }
}
