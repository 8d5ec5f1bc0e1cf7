// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard.driver;

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
record AgentChannelClient(InetSocketAddress gateway, String run) {

  private static final String ACCEPTED = "HTTP/1.1 204";
  private static final int LONGEST_MILLIS = 20_000;

  /** The header line that proves a report to be of the client of that run, behind another one. */
  static String keyLine(String run) {
    return "\r\nx-lastbyte-run-key: " + key(run);
  }

  static String key(String run) {
    return "the-test-client-of-" + run;
  }

  void timerFired(String timer, long thresholdNanos) throws IOException {
    post(
        "{\"type\":\"timer_fired\",\"timer\":\"%s\",\"threshold_nanos\":%d}"
            .formatted(timer, thresholdNanos));
  }

  void abortRequested(String source) throws IOException {
    post("{\"type\":\"abort_requested\",\"source\":\"%s\"}".formatted(source));
  }

  void toolStarted(String call) throws IOException {
    post("{\"type\":\"tool_started\",%s\"effect\":\"remote_write\"}".formatted(callField(call)));
  }

  void toolEnded(String call, String outcome) throws IOException {
    post("{\"type\":\"tool_ended\",%s\"outcome\":\"%s\"}".formatted(callField(call), outcome));
  }

  void runEnded() throws IOException {
    post("{\"type\":\"run_ended\"}");
  }

  /** Dialects without ids of their own leave it out. */
  private static String callField(String call) {
    return call.isEmpty() ? "" : "\"call\":\"%s\",".formatted(call);
  }

  private void post(String event) throws IOException {
    byte[] request =
        Http1TestClient.request(
            gateway,
            "/_lastbyte/runs/" + run + "/events",
            "Connection: close\r\nContent-Type: application/x-ndjson" + keyLine(run),
            event + "\n");
    try (var socket = new Socket(gateway.getAddress(), gateway.getPort())) {
      socket.setSoTimeout(LONGEST_MILLIS);
      socket.getOutputStream().write(request);
      byte[] status = socket.getInputStream().readNBytes(ACCEPTED.length());
      if (!new String(status, StandardCharsets.ISO_8859_1).equals(ACCEPTED)) {
        throw new IOException("the agent channel did not take " + event);
      }
    }
  }
}
