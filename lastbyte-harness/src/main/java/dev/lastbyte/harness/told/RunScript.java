// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.told;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes a run down event by event; time goes on only where a script says so. */
final class RunScript {

  private static final String UP = "gateway-up";
  private static final String DOWN = "gateway-down";
  private static final String AGENT = "agent";

  private final List<String> lines = new ArrayList<>();
  private long nanos;
  private int attempt;

  private RunScript() {
    lines.add(
        "{\"lastbyte\":2,\"kind\":\"run\",\"run\":\"told\","
            + "\"started_at\":\"2026-01-31T09:30:00.000Z\",\"provider\":\"up\"}");
  }

  /** A run of which nothing has happened yet. */
  static RunScript begin() {
    return new RunScript();
  }

  RunScript after(Duration time) {
    nanos += time.toNanos();
    return this;
  }

  /** The next attempt: a chat that asks for a stream and offers so many tools. */
  RunScript attempt(int tools) {
    attempt++;
    event(UP, "attempt_started", "");
    return event(
        DOWN,
        "request_described",
        ("\"dialect\":\"openai-chat\",\"streaming\":\"yes\",\"stores\":\"no\","
                + "\"server_tools\":\"no\",\"tools_offered\":%d,\"tool_results\":0")
            .formatted(tools));
  }

  RunScript connected(Duration roundTrip) {
    event(UP, "dial_started", "");
    after(roundTrip);
    return event(UP, "connected", "");
  }

  RunScript reused(Duration idle, String looked, Duration roundTrip) {
    return event(
        UP,
        "connection_reused",
        "\"age_nanos\":%d,\"idle_nanos\":%d,\"looked\":\"%s\",\"round_trip_nanos\":%d"
            .formatted(2 * idle.toNanos(), idle.toNanos(), looked, roundTrip.toNanos()));
  }

  RunScript requested() {
    event(UP, "request_began", "");
    return event(UP, "request_sent", "\"bytes\":812");
  }

  RunScript responded(int status) {
    return event(
        UP,
        "response_started",
        "\"status\":%d,\"framing\":\"chunked\",\"media\":\"%s\""
            .formatted(status, status == 200 ? "event_stream" : "json"));
  }

  RunScript text() {
    return event(
        UP,
        "content_flowed",
        "\"content\":\"text\",\"count\":9,\"bytes\":900,\"last_at_nanos\":" + nanos);
  }

  RunScript finished() {
    event(UP, "finish_seen", "\"finish\":\"stop\"");
    event(UP, "terminal_proven", "\"finish\":\"stop\"");
    return bodyEnded();
  }

  RunScript bodyEnded() {
    return event(
        UP,
        "body_ended",
        "\"bytes\":900,\"last_byte_at_nanos\":%d,\"how\":\"whole\"".formatted(nanos));
  }

  RunScript providerClosed(String mark, int received, String requestReached) {
    return event(
        UP,
        "peer_closed",
        "\"mark\":\"%s\",\"received\":%d,\"sent\":812,\"request_reached\":\"%s\""
            .formatted(mark, received, requestReached));
  }

  RunScript aborted(String source) {
    return event(AGENT, "abort_requested", "\"source\":\"%s\"".formatted(source));
  }

  RunScript idleTimerFired(Duration threshold) {
    return event(
        AGENT, "timer_fired", "\"timer\":\"idle\",\"threshold_nanos\":" + threshold.toNanos());
  }

  RunScript toolReady() {
    event(UP, "tool_call_started", "\"index\":0,\"call\":\"call_1\"");
    return event(UP, "tool_call_ready", "\"index\":0");
  }

  RunScript toolStarted() {
    return event(AGENT, "tool_started", "\"call\":\"call_1\",\"effect\":\"remote_write\"");
  }

  RunScript toolDone() {
    return event(AGENT, "tool_ended", "\"call\":\"call_1\",\"outcome\":\"done\"");
  }

  RunScript outputRetracted() {
    return event(AGENT, "output_retracted", "");
  }

  RunScript retryScheduled() {
    return event(UP, "retry_scheduled", "\"why\":\"connection\",\"delay_nanos\":1000000");
  }

  /** The run with the truth about it. */
  ToldRun is(String name, String cause, String retrySafety) {
    event(UP, "run_ended", "");
    return new ToldRun(name, lines, cause, retrySafety);
  }

  private RunScript event(String vantage, String type, String fields) {
    lines.add(
        "{\"kind\":\"event\",\"id\":%d,\"at_nanos\":%d,\"attempt\":%d,\"vantage\":\"%s\",\"type\":\"%s\"%s}"
            .formatted(
                lines.size(), nanos, attempt, vantage, type, fields.isEmpty() ? "" : "," + fields));
    return this;
  }
}
