// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;

/** Records how the two sides of an exchange end, and how much each of them had by then. */
final class Closings {

  private final RecordedRun run;
  private final RequestWay request;
  private final AnswerWay answer;

  Closings(RecordedRun run, RequestWay request, AnswerWay answer) {
    this.run = run;
    this.request = request;
    this.answer = answer;
  }

  void byProvider(SideEnd end) {
    end(end, run.up(), answer.received(), request.sent());
  }

  void byClient(SideEnd end) {
    end(end, run.down(), request.received(), answer.sent());
  }

  /** The client sent what no reader can follow. */
  void malformedByClient() {
    run.record(new Malformed(run.down(), Malformation.HTTP_FRAMING));
  }

  /** We end towards the client. */
  void towardsClient(SideEnd end) {
    run.record(end.byUs(run.down(), request.received(), answer.sent()));
  }

  /** We end towards the provider. */
  void towardsProvider(ProviderSide provider) {
    run.record(provider.ownEnd().byUs(run.up(), answer.received(), request.sent()));
  }

  private void end(SideEnd end, Stamp stamp, long received, long sent) {
    if (end instanceof SideEnd.Broken) {
      run.record(new Malformed(stamp, Malformation.HTTP_FRAMING));
    }
    RunEvent event = end.byPeer(stamp, received, sent);
    if (event != null) {
      run.record(event);
    }
  }
}
