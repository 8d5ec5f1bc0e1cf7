// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.testkit.act;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * What an application tells the gateway of one run. Each telling is taken when the call returns, so
 * that a reason stands in the log ahead of the close that it explains.
 *
 * @param run the client's own name for the run
 */
record AgentChannel(InetSocketAddress gateway, String run) {

  private static final String TAKEN = "HTTP/1.1 204";
  private static final int LONGEST_MILLIS = 20_000;

  void timerFired(String timer, long thresholdNanos) throws IOException {
    tell(
        "{\"type\":\"timer_fired\",\"timer\":\"%s\",\"threshold_nanos\":%d}"
            .formatted(timer, thresholdNanos));
  }

  void abortRequested(String source) throws IOException {
    tell("{\"type\":\"abort_requested\",\"source\":\"%s\"}".formatted(source));
  }

  void toolStarted(String call) throws IOException {
    tell("{\"type\":\"tool_started\",%s\"effect\":\"remote_write\"}".formatted(named(call)));
  }

  void toolEnded(String call, String outcome) throws IOException {
    tell("{\"type\":\"tool_ended\",%s\"outcome\":\"%s\"}".formatted(named(call), outcome));
  }

  void runEnded() throws IOException {
    tell("{\"type\":\"run_ended\"}");
  }

  /** Dialects without ids of their own leave it out. */
  private static String named(String call) {
    return call.isEmpty() ? "" : "\"call\":\"%s\",".formatted(call);
  }

  private void tell(String event) throws IOException {
    byte[] request =
        Http1Caller.request(
            gateway,
            "/_lastbyte/runs/" + run + "/events",
            "Connection: close\r\nContent-Type: application/x-ndjson",
            event + "\n");
    try (var socket = new Socket(gateway.getAddress(), gateway.getPort())) {
      socket.setSoTimeout(LONGEST_MILLIS);
      socket.getOutputStream().write(request);
      byte[] status = socket.getInputStream().readNBytes(TAKEN.length());
      if (!new String(status, StandardCharsets.ISO_8859_1).equals(TAKEN)) {
        throw new IOException("the agent channel did not take " + event);
      }
    }
  }
}
