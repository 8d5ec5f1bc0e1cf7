// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.Origin;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a diagnosis can say for and against a cause by what was observed. What only a program's
 * error text says is no part of it: that is on a page by itself. What it can say of any cause (an
 * abort signal that was looked at, a timer that had not fired or one that is known in the field, a
 * broken protocol rule, a tool that may have run) is in {@link #ALWAYS}, not here.
 *
 * @param evidence claims that can speak for it, most telling first
 * @param against claims that can speak against it
 * @param certainties how sure it can be, surest first
 * @param origins who can have ended it so, likeliest first
 * @param missing what can be missing
 */
public record Argument(
    List<Claim> evidence,
    List<Claim> against,
    List<Certainty> certainties,
    List<Origin> origins,
    List<Missing> missing) {

  /** What can be said of any cause whatever. */
  public static final Argument ALWAYS =
      new Argument(
          List.of(
              Claim.ABORT_SIGNAL_NOT_SET,
              Claim.TIMER_DID_NOT_FIRE,
              Claim.CLOCK_MATCHES_KNOWN_TIMER),
          List.of(Claim.ABORT_SIGNAL_SET, Claim.PROTOCOL_BROKEN, Claim.CLOCK_MATCHES_KNOWN_TIMER),
          List.of(),
          List.of(),
          List.of(Missing.TOOL_EXECUTION, Missing.PROVIDER_TOOLS));

  /** The argument of a cause. */
  public static Argument of(Cause cause) {
    return Arguments.of(cause);
  }

  static Argument proven(Claim... evidence) {
    return new Argument(
        List.of(evidence), List.of(), List.of(Certainty.PROVEN), List.of(), List.of());
  }

  static Argument likely(Claim... evidence) {
    return proven(evidence).only(Certainty.LIKELY);
  }

  Argument only(Certainty certainty) {
    return new Argument(evidence, against, List.of(certainty), origins, missing);
  }

  Argument or(Certainty certainty) {
    return new Argument(evidence, against, plus(certainties, List.of(certainty)), origins, missing);
  }

  Argument orBecause(Claim... more) {
    return new Argument(plus(evidence, List.of(more)), against, certainties, origins, missing);
  }

  Argument counteredBy(Claim... more) {
    return new Argument(evidence, plus(against, List.of(more)), certainties, origins, missing);
  }

  Argument by(Origin... who) {
    return new Argument(evidence, against, certainties, plus(origins, List.of(who)), missing);
  }

  Argument lacking(Missing... what) {
    return new Argument(evidence, against, certainties, origins, plus(missing, List.of(what)));
  }

  private static <T> List<T> plus(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
