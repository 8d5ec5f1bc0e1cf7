// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.DecisiveObservation;
import dev.lastbyte.core.diagnosis.KnownTimer;
import dev.lastbyte.core.diagnosis.LookAlikes;
import dev.lastbyte.core.diagnosis.rule.ErrorTexts;
import dev.lastbyte.core.recovery.Retryability;
import dev.lastbyte.report.rules.cause.CauseTexts;
import dev.lastbyte.report.words.CauseWords;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The pages of all causes. */
public final class RuleCatalogue {

  private RuleCatalogue() {}

  /** The page of a cause. */
  public static RulePage page(Cause cause) {
    Argument argument = Argument.of(cause);
    return new RulePage(
        cause,
        CauseWords.sentence(cause),
        PhaseRange.of(cause).headlines(cause),
        argument,
        CauseTexts.of(cause),
        ErrorTexts.leadingTo(cause),
        LookAlikes.of(cause),
        decisiveObservations(cause, argument),
        Retryability.after(cause),
        Disagreement.about(cause),
        timers(cause),
        PeerNames.of(cause));
  }

  /** Every page, in the order of the taxonomy. */
  public static List<RulePage> pages() {
    return Arrays.stream(Cause.values()).map(RuleCatalogue::page).toList();
  }

  private static List<DecisiveObservation> decisiveObservations(Cause cause, Argument argument) {
    return argument.certainties().stream()
        .flatMap(
            certainty -> DecisiveObservation.allOf(cause, certainty == Certainty.PROVEN).stream())
        .distinct()
        .toList();
  }

  private static List<KnownTimer> timers(Cause cause) {
    return Arrays.stream(KnownTimer.values()).filter(timer -> cut(timer).contains(cause)).toList();
  }

  /** What a timer's owner leaves behind: the cut exchange, the dial given up, the dead pool. */
  private static Set<Cause> cut(KnownTimer timer) {
    return timer.stretches().stream()
        .map(stretch ->
            switch (stretch) {
              case DIAL -> Cause.NET_CONNECT_TIMEOUT;
              case KEPT -> Cause.CONN_STALE_REUSE;
              case SEND, HEAD, BODY -> cutBy(timer.clock());
            })
        .collect(Collectors.toSet());
  }

  private static Cause cutBy(KnownTimer.Clock clock) {
    return switch (clock) {
      case IDLE, CONTENT -> Cause.STREAM_IDLE_CUT;
      case TOTAL, CONNECTION -> Cause.STREAM_TOTAL_CUT;
    };
  }
}
