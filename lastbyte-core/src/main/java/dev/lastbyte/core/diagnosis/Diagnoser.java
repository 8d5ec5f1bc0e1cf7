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
    Diagnosis last = diagnose(run.last());
    Finding twice = last.failed() ? null : ToolTrouble.ranTwice(run.toolsOfAllAttempts());
    return twice == null ? last : Surroundings.addTo(twice, run.last()).about(run.last());
  }

  /** The diagnosis of one attempt. */
  public static Diagnosis diagnose(AttemptFacts facts) {
    return Surroundings.addTo(judge(facts.ending(), facts), facts).about(facts);
  }

  /** What an ending means in the light of the facts around it. */
  static Finding judge(Ending ending, AttemptFacts facts) {
    Finding byHost = HostTrouble.behind(ending, facts);
    return byHost != null ? byHost : byEnding(ending, facts);
  }

  private static Finding byEnding(Ending ending, AttemptFacts facts) {
    return switch (ending) {
      case Ending.NotBegun notBegun -> BeforeConnection.notBegun(notBegun);
      case Ending.NoAddress noAddress -> BeforeConnection.noAddress(noAddress);
      case Ending.NoConnection noConnection -> BeforeConnection.noConnection(noConnection);
      case Ending.NoProxy noProxy -> BeforeConnection.noProxy(noProxy);
      case Ending.NoHandshake noHandshake -> BeforeConnection.noHandshake(noHandshake);
      case Ending.TurnedAway away -> ConnectionLost.turnedAway(away);
      case Ending.Refused refused -> ProviderAnswers.refused(refused, facts.reply());
      case Ending.FailedInStream failed -> ProviderAnswers.failedInStream(failed);
      case Ending.PeerEnded ended -> ConnectionLost.peerEnded(ended, facts);
      case Ending.BodyCut cut -> ConnectionLost.bodyCut(cut, facts);
      case Ending.Broken broken -> StreamEnded.broken(broken);
      case Ending.MessageEnded ended -> StreamEnded.messageEnded(ended, facts);
      case Ending.Finished finished -> finished(finished, facts);
      case Ending.ClientGone gone -> LocalCauses.clientGone(gone);
      case Ending.ClosedHere here -> LocalCauses.closedHere(here);
      case Ending.TimedOut timedOut -> LocalCauses.timedOut(timedOut, facts);
      case Ending.Aborted aborted -> LocalCauses.aborted(aborted, facts);
      case Ending.Lost lost -> LocalCauses.processLost(lost);
      case Ending.Hinted hinted -> Hints.hinted(hinted, facts);
      case Ending.Unseen unseen -> StreamEnded.unseen(facts);
    };
  }

  private static Finding finished(Ending.Finished ending, AttemptFacts facts) {
    Finding tools = ToolTrouble.in(facts);
    return tools != null ? tools : StreamEnded.finished(ending, facts);
  }
}
