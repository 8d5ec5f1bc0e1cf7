// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.gateway.transport.CloseKind;
import dev.lastbyte.gateway.upstream.UpstreamConnection;

/** Records how the two sides of an exchange end, and how much each of them had by then. */
final class CloseRecorder {

  private final RecordedRun run;
  private final RequestPipe request;
  private final ResponsePipe response;

  CloseRecorder(RecordedRun run, RequestPipe request, ResponsePipe response) {
    this.run = run;
    this.request = request;
    this.response = response;
  }

  void providerClosed(CloseKind end) {
    record(end, run.upstreamStamp(), response.received(), request.sent());
  }

  void clientClosed(CloseKind end) {
    record(end, run.downstreamStamp(), request.received(), response.sent());
  }

  /** The client sent what no reader can follow. */
  void requestMalformed() {
    run.record(new Malformed(run.downstreamStamp(), Malformation.HTTP_FRAMING));
  }

  /** The gateway ends towards the client. */
  void closingClient(CloseKind end) {
    run.record(end.localEvent(run.downstreamStamp(), request.received(), response.sent()));
  }

  /** The gateway ends towards the provider. */
  void closingProvider(UpstreamConnection provider) {
    run.record(
        provider
            .localCloseKind()
            .localEvent(run.upstreamStamp(), response.received(), request.sent()));
  }

  private void record(CloseKind end, Stamp stamp, long received, long sent) {
    if (end instanceof CloseKind.ProtocolError) {
      run.record(new Malformed(stamp, Malformation.HTTP_FRAMING));
    }
    RunEvent event = end.peerEvent(stamp, received, sent);
    if (event != null) {
      run.record(event);
    }
  }
}
