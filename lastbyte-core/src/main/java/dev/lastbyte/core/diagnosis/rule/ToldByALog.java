// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.Seen;
import org.jspecify.annotations.Nullable;

/**
 * Whether an attempt's end is known from another program's log only. Such a log is one program's
 * word, which is known to mislead: clients store cut responses as finished, and sum up their own
 * timers as disconnects.
 */
final class ToldByALog {

  private ToldByALog() {}

  static boolean decides(Ending ending) {
    Seen<?> seen = seen(ending);
    return seen != null && seen.event().vantage() == Vantage.IMPORT;
  }

  private static @Nullable Seen<?> seen(Ending ending) {
    return switch (ending) {
      case Ending.NotBegun notBegun -> notBegun.seen();
      case Ending.NoAddress noAddress -> noAddress.seen();
      case Ending.NoConnection noConnection -> noConnection.seen();
      case Ending.NoProxy noProxy -> noProxy.seen();
      case Ending.NoHandshake noHandshake -> noHandshake.seen();
      case Ending.TurnedAway away -> away.seen();
      case Ending.Refused refused -> refused.seen();
      case Ending.FailedInStream failed -> failed.seen();
      case Ending.PeerEnded ended -> ended.seen();
      case Ending.Broken broken -> broken.seen();
      case Ending.BodyCut cut -> cut.seen();
      case Ending.MessageEnded ended -> ended.seen();
      case Ending.Finished finished -> finished.seen();
      case Ending.ClientGone gone -> gone.seen();
      case Ending.ClosedHere here -> here.seen();
      case Ending.TimedOut timedOut -> timedOut.seen();
      case Ending.Aborted aborted -> aborted.seen();
      case Ending.Lost lost -> lost.seen();
      case Ending.BrokeOff broke -> broke.seen();
      // What a text proves is settled by the text: the catalogue says which can be printed for one
      // reason only.
      case Ending.Hinted hinted -> null;
      case Ending.Unseen unseen -> null;
    };
  }
}
