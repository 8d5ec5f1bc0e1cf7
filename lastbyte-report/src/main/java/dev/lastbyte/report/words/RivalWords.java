// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.DecisiveObservation;
import dev.lastbyte.core.diagnosis.Rival;

/** What became of the rivals of a diagnosis, and what would change it. */
public final class RivalWords {

  private RivalWords() {}

  /** What became of a rival, as a clause. */
  public static String clause(Rival.Fate fate) {
    return switch (fate) {
      case CAME_LATER -> "its evidence came after the end";
      case RULED_OUT -> "an observation speaks against it";
      case STILL_POSSIBLE -> "nothing excludes it";
    };
  }

  /** What would change a diagnosis, as a whole sentence. */
  public static String sentence(DecisiveObservation turn) {
    String into = turn.into() == Cause.UNKNOWN ? "" : ", to `" + turn.into().code() + "`";
    return "It would change" + into + ", if " + condition(turn.observation()) + ".";
  }

  private static String condition(DecisiveObservation.Observation observation) {
    return switch (observation) {
      case EARLIER_LOCAL_END -> "the client proved to have ended it before";
      case EARLIER_PROVIDER_CLOSE -> "the provider's side proved to have closed before";
      case PROVENANCE -> "the application said who wanted it";
      case TERMINAL_PROOF -> "the API's own proof of a whole response had been seen elsewhere";
      case RESET_ON_THE_WIRE -> "somebody had seen a reset on the wire";
      case EARLIER_USE_OF_THE_CONNECTION -> "the connection proved to have been used before";
      case END_BEFORE_THE_REQUEST ->
          "its end proved to have been there before the request was written on it";
      case REQUEST_WAS_READ -> "the provider's side proved to have read the request";
      case CONTENT -> "the content could be followed and its end proved missing";
      case ANY_ENDING -> "any evidence of how it ended were there";
      case END_RECORD -> "a record of its end turned up";
    };
  }
}
