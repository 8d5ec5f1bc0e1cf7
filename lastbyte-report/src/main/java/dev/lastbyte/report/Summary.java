// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.Headline;
import dev.lastbyte.core.event.LifeEvent.ShadowDrained;
import dev.lastbyte.core.facts.Seen;
import dev.lastbyte.report.words.AftermathWords;
import dev.lastbyte.report.words.CauseWords;
import dev.lastbyte.report.words.MissingWords;
import dev.lastbyte.report.words.PhaseWords;
import dev.lastbyte.report.words.RecoveryWords;
import org.jspecify.annotations.Nullable;

/** Two or three plain sentences about an attempt. */
final class Summary {

  private Summary() {}

  static String of(AttemptReport attempt) {
    Diagnosis diagnosis = attempt.diagnosis();
    if (!diagnosis.mayHaveFailed()) {
      return CauseWords.sentence(diagnosis.cause());
    }
    if (diagnosis.headline() == Headline.UNDETERMINED) {
      return "Nothing says whether the attempt failed. What was seen of it ends "
          + PhaseWords.when(diagnosis.phase())
          + ". "
          + RecoveryWords.sentence(attempt.verdict().safety());
    }
    return CauseWords.sentence(diagnosis.cause())
        + howFar(diagnosis)
        + doubt(diagnosis)
        + aftermath(attempt.facts().sideObservations().drained())
        + " "
        + RecoveryWords.sentence(attempt.verdict().safety());
  }

  private static String howFar(Diagnosis diagnosis) {
    String when = PhaseWords.when(diagnosis.phase());
    return diagnosis.cause() == Cause.HOST_PROCESS_LOST
        ? " What was recorded of it ends " + when + "; it may have gone further."
        : " It ended " + when + ".";
  }

  private static String aftermath(@Nullable Seen<ShadowDrained> drained) {
    return drained == null ? "" : " " + AftermathWords.sentence(drained.event());
  }

  private static String doubt(Diagnosis diagnosis) {
    if (diagnosis.confidence() == Certainty.PROVEN || diagnosis.missing().isEmpty()) {
      return "";
    }
    return " This is "
        + diagnosis.confidence().code()
        + ", not proven: it is not known "
        + MissingWords.what(diagnosis.missing().getFirst())
        + ".";
  }
}
