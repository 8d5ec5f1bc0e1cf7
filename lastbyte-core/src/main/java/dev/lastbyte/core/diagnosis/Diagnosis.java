// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.facts.Phase;
import java.util.List;

/**
 * What ended an attempt, how far it had come, and who ended it.
 *
 * @param confidence how sure the cause is
 * @param originConfidence how sure the origin is
 * @param evidence what speaks for it; empty only if the cause is unknown
 * @param counterEvidence what speaks against it
 * @param missing what would make it surer; never empty if the cause is unknown
 * @param rivals other causes that look like it, and what became of each
 * @param decisiveObservation the one observation that would change it
 * @param falsePositive whether a timer of our own ended a stream that another vantage saw alive
 */
public record Diagnosis(
    Cause cause,
    Phase phase,
    Origin origin,
    Certainty confidence,
    Certainty originConfidence,
    List<Evidence> evidence,
    List<Evidence> counterEvidence,
    List<Missing> missing,
    List<Rival> rivals,
    DecisiveObservation decisiveObservation,
    boolean falsePositive) {

  /** The version of the rules that make diagnoses; stored beside each of them. */
  public static final String RULE_SET = "2026.12";

  /** {@code cause@phase/origin}: stable, greppable, and fit for a metric label. */
  public String code() {
    return cause.code() + "@" + phase.code() + "/" + origin.code();
  }

  /** Where it failed, in one word for a person. */
  public Headline headline() {
    boolean undetermined = cause == Cause.UNKNOWN && missing.contains(Missing.OUTCOME);
    return undetermined ? Headline.UNDETERMINED : Headline.of(cause, phase);
  }

  /** Whether it is known that something failed. */
  public boolean failed() {
    return mayHaveFailed() && headline() != Headline.UNDETERMINED;
  }

  /** Whether something failed, or nothing says that it did not. */
  public boolean mayHaveFailed() {
    return headline() != Headline.NONE;
  }
}
