// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.DecisiveObservation;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.Evidence;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.diagnosis.Rival;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Phase;
import dev.lastbyte.core.facts.Seen;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A diagnosis while its evidence is being gathered. */
final class Finding {

  private final Cause cause;
  private Certainty confidence;
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Evidence> counterEvidence = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();
  private boolean falsePositive;
  private Origin origin = Origin.UNKNOWN;
  private Certainty originConfidence = Certainty.UNKNOWN;
  private @Nullable Phase phase;

  private Finding(Cause cause, Certainty confidence) {
    this.cause = cause;
    this.confidence = confidence;
  }

  static Finding proven(Cause cause) {
    return new Finding(cause, Certainty.PROVEN);
  }

  static Finding likely(Cause cause) {
    return new Finding(cause, Certainty.LIKELY);
  }

  static Finding possible(Cause cause) {
    return new Finding(cause, Certainty.POSSIBLE);
  }

  static Finding unknown() {
    return new Finding(Cause.UNKNOWN, Certainty.UNKNOWN);
  }

  Finding by(Origin origin, Certainty certainty) {
    this.origin = origin;
    this.originConfidence = certainty;
    return this;
  }

  /** How far the run had come, where that is not how far its response had. */
  Finding at(Phase phase) {
    this.phase = phase;
    return this;
  }

  Finding because(Claim claim, @Nullable Seen<? extends RunEvent> seen) {
    if (seen != null) {
      evidence.add(Evidence.of(claim, seen));
    }
    return this;
  }

  Finding becauseOf(Evidence reason) {
    evidence.add(reason);
    return this;
  }

  Finding becauseAbsent(Claim claim) {
    evidence.add(Evidence.absent(claim));
    return this;
  }

  Finding against(Claim claim, @Nullable Seen<? extends RunEvent> seen) {
    if (seen != null) {
      counterEvidence.add(Evidence.of(claim, seen));
    }
    return this;
  }

  Finding markFalsePositive() {
    falsePositive = true;
    return this;
  }

  /** What only another program's log tells is at most likely. */
  Finding atMostLikely() {
    confidence = isProven() ? Certainty.LIKELY : confidence;
    originConfidence = originConfidence == Certainty.PROVEN ? Certainty.LIKELY : originConfidence;
    return this;
  }

  Cause.Group group() {
    return cause.group();
  }

  Cause cause() {
    return cause;
  }

  /** The event of the first piece of evidence, or {@link Evidence#ABSENCE}. */
  int firstEvent() {
    return evidence.isEmpty() ? Evidence.ABSENCE : evidence.getFirst().event();
  }

  boolean isProven() {
    return confidence == Certainty.PROVEN;
  }

  Finding lacking(Missing... what) {
    missing.addAll(List.of(what));
    return this;
  }

  Diagnosis toDiagnosis(AttemptFacts facts, List<Rival> rivals) {
    return new Diagnosis(
        cause,
        phase == null ? facts.phase() : phase,
        origin,
        confidence,
        originConfidence,
        List.copyOf(evidence),
        List.copyOf(counterEvidence),
        missing.stream().distinct().filter(m -> !SettledQuestions.hold(m, facts)).toList(),
        rivals,
        DecisiveObservation.of(cause, isProven(), facts),
        falsePositive);
  }
}
