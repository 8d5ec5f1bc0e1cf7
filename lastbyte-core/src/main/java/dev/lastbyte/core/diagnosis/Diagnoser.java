// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.RunFacts;

/** Facts into a diagnosis. Pure: the same facts always give the same diagnosis. */
public final class Diagnoser {

  private Diagnoser() {}

  /** The diagnosis of a run: that of the attempt that decided how it ended. */
  public static Diagnosis diagnose(RunFacts run) {
    return diagnose(run.last());
  }

  /** The diagnosis of one attempt. */
  public static Diagnosis diagnose(AttemptFacts facts) {
    Finding finding =
        switch (facts.ending()) {
          case Ending.NoAddress ending -> BeforeConnection.noAddress(ending);
          case Ending.NoConnection ending -> BeforeConnection.noConnection(ending);
          case Ending.NoHandshake ending -> BeforeConnection.noHandshake(ending);
          case Ending.Refused ending -> ProviderAnswers.refused(ending);
          case Ending.FailedInStream ending -> ProviderAnswers.failedInStream(ending);
          case Ending.PeerEnded ending -> ConnectionLost.peerEnded(ending, facts);
          case Ending.BodyCut ending -> ConnectionLost.bodyCut(ending, facts);
          case Ending.MessageEnded ending -> StreamEnded.messageEnded(ending, facts);
          case Ending.Finished ending -> StreamEnded.finished(ending, facts);
          case Ending.ClientGone ending -> LocalCauses.clientGone(ending);
          case Ending.ClosedHere ending -> LocalCauses.closedHere(ending);
          case Ending.TimedOut ending -> LocalCauses.timedOut(ending, facts);
          case Ending.Aborted ending -> LocalCauses.aborted(ending, facts);
          case Ending.Lost ending -> LocalCauses.processLost(ending);
          case Ending.Hinted ending -> Hints.hinted(ending, facts);
          case Ending.Unseen ending -> Finding.unknown().lacking(Missing.ENDING);
        };
    return Surroundings.addTo(finding, facts).about(facts);
  }
}
