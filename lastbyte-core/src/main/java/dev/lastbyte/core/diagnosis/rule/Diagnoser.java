// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.RunFacts;

/** Facts into a diagnosis. Pure: the same facts always give the same diagnosis. */
public final class Diagnoser {

  private Diagnoser() {}

  /** The diagnosis of a run: that of the attempt that decided how it ended. */
  public static Diagnosis diagnose(RunFacts run) {
    Diagnosis last = diagnose(run.last());
    Finding twice = last.mayHaveFailed() ? null : ToolCauses.ranTwice(run.repeatedCall());
    return twice == null ? last : conclude(twice, run.last());
  }

  /** The diagnosis of one attempt. */
  public static Diagnosis diagnose(AttemptFacts facts) {
    return conclude(judge(facts.ending(), facts), facts);
  }

  private static Diagnosis conclude(Finding finding, AttemptFacts facts) {
    Finding weighed = ToldByALog.decides(facts.ending()) ? finding.atMostLikely() : finding;
    return ContextEvidence.addTo(weighed, facts)
        .toDiagnosis(facts, Rivals.of(finding.cause(), facts));
  }

  /** What an ending means in the light of the facts around it. */
  static Finding judge(Ending ending, AttemptFacts facts) {
    Finding byHost = HostCauses.explain(ending, facts);
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
      case Ending.Refused refused -> ProviderErrors.refused(refused, facts.responseAdvice());
      case Ending.FailedInStream failed -> ProviderErrors.failedInStream(failed);
      case Ending.PeerEnded ended -> ConnectionLost.peerEnded(ended, facts);
      case Ending.BodyCut cut -> ConnectionLost.bodyCut(cut, facts);
      case Ending.Broken broken -> StreamEnded.broken(broken);
      case Ending.MessageEnded ended -> StreamEnded.messageEnded(ended, facts);
      case Ending.Finished finished -> finished(finished, facts);
      case Ending.ClientGone gone -> LocalCauses.clientGone(gone, facts);
      case Ending.ClosedHere here -> LocalCauses.closedHere(here, facts);
      case Ending.TimedOut timedOut -> LocalCauses.timedOut(timedOut, facts);
      case Ending.Aborted aborted -> LocalCauses.aborted(aborted, facts);
      case Ending.Lost lost -> LocalCauses.processLost(lost);
      case Ending.Hinted hinted -> ErrorHintCauses.hinted(hinted, facts);
      case Ending.BrokeOff broke -> ConnectionLost.brokeOff(broke, facts);
      case Ending.Unseen unseen -> StreamEnded.unseen(facts);
    };
  }

  private static Finding finished(Ending.Finished ending, AttemptFacts facts) {
    Finding tools = ToolCauses.in(facts);
    return tools != null ? tools : StreamEnded.finished(ending, facts);
  }
}
