// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.event.LifeEvent.Aftermath;
import dev.lastbyte.core.event.LifeEvent.ShadowDrained;

/** What became of a response whose client had gone. */
public final class AftermathWords {

  private AftermathWords() {}

  static String clause(Aftermath aftermath) {
    return switch (aftermath) {
      case WHOLE -> "the response became whole";
      case CUT -> "the response ended, and was not whole";
      case STILL_GOING -> "the response had not ended yet";
    };
  }

  /** What the client would have had if it had stayed. */
  public static String sentence(ShadowDrained drained) {
    String later = Numbers.duration(drained.forNanos()) + " later";
    return switch (drained.aftermath()) {
      case WHOLE -> "Had the client stayed, it would have had the whole response " + later + ".";
      case CUT -> "Had the client stayed, the response would have broken off " + later + ".";
      case STILL_GOING -> "Had the client stayed, it would have been waiting still " + later + ".";
    };
  }
}
