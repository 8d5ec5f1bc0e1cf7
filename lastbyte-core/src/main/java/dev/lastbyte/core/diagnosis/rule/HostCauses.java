// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.event.LifeEvent.HostSlept;
import dev.lastbyte.core.event.LifeEvent.HostStalled;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Seen;
import org.jspecify.annotations.Nullable;

/**
 * Ends that this machine brought about by not running. A connection that dies, or a timer that
 * fires, in the silence that a sleep or a stall made, is their doing: likely, since the far end may
 * have died of something else at the same time.
 */
final class HostCauses {

  private HostCauses() {}

  static @Nullable Finding explain(Ending ending, AttemptFacts facts) {
    if (!canBeMadeByTheHost(ending)) {
      return null;
    }
    for (Seen<HostSlept> sleep : facts.sideObservations().sleeps()) {
      if (fallsIntoTheSilence(sleep, facts)) {
        return Finding.likely(Cause.HOST_SUSPENDED)
            .by(Origin.HOST, Certainty.LIKELY)
            .because(Claim.HOST_SLEPT, sleep);
      }
    }
    for (Seen<HostStalled> stall : facts.sideObservations().stalls()) {
      boolean filledIt = 2 * stall.event().forNanos() >= facts.clocks().byteSilenceNanos();
      if (ending instanceof Ending.TimedOut && fallsIntoTheSilence(stall, facts) && filledIt) {
        return Finding.likely(Cause.HOST_STALLED)
            .by(Origin.HOST, Certainty.LIKELY)
            .because(Claim.HOST_STALLED, stall);
      }
    }
    return null;
  }

  private static boolean canBeMadeByTheHost(Ending ending) {
    return ending instanceof Ending.PeerEnded
        || ending instanceof Ending.BodyCut
        || ending instanceof Ending.TimedOut;
  }

  private static boolean fallsIntoTheSilence(Seen<?> seen, AttemptFacts facts) {
    long endedAt = facts.endedAtNanos();
    long silentSince = endedAt - facts.clocks().byteSilenceNanos();
    long at = seen.event().atNanos();
    return at >= silentSince && at <= endedAt;
  }
}
