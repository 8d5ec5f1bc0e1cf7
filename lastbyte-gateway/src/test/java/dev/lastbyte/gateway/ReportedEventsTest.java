// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.LocalEvent.AbortRequested;
import dev.lastbyte.core.event.LocalEvent.AbortSource;
import dev.lastbyte.core.event.LocalEvent.TimerFired;
import dev.lastbyte.core.event.LocalEvent.TimerKind;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.store.Lookup;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application tells of its run, beside the wire. */
@Timeout(300)
class ReportedEventsTest {

  private static final String REQUEST =
      "POST /up/v1/messages HTTP/1.1\r\nHost: h\r\nx-lastbyte-run: turn-1\r\n"
          + "x-lastbyte-run-key: the-agent-of-turn-1\r\n"
          + "Content-Length: 2\r\n\r\n{}";
  private static final String START = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  @TempDir private Path dir;

  private static RawProvider silentAfterTheHead() throws Exception {
    return RawProvider.playing(peer -> {
      peer.readMessage();
      peer.send(START).readToEnd();
    });
  }

  private static String post(TestBed bed, String run, String headers, String body)
      throws Exception {
    try (var agent = bed.client()) {
      agent.send(
          "POST /_lastbyte/runs/"
              + run
              + "/events HTTP/1.1\r\n"
              + headers
              + "Content-Type: application/x-ndjson\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      return agent.readToEnd().text();
    }
  }

  private static String tell(TestBed bed, String run, String body) throws Exception {
    return post(bed, run, "Host: 127.0.0.1\r\nx-lastbyte-run-key: the-agent-of-turn-1\r\n", body);
  }

  @Test
  void eventsPostedDuringARun_areInItsLog() throws Exception {
    try (var provider = silentAfterTheHead();
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(REQUEST).readHead();
      String response =
          tell(
              bed,
              "turn-1",
              """
              {"type":"timer_fired","timer":"idle","threshold_nanos":30000000}
              {"type":"tool_started","call":"call_1","effect":"process","vantage":"gateway-up"}
              """);
      client.disconnect();

      assertThat(response).startsWith("HTTP/1.1 204 ");
      RunLog run = bed.nextRun();
      TimerFired timer = TestBed.only(run, TimerFired.class);
      assertThat(timer.timer()).isEqualTo(TimerKind.IDLE);
      assertThat(timer.thresholdNanos()).isEqualTo(30_000_000);
      assertThat(timer.vantage()).isEqualTo(Vantage.AGENT);
      ToolStarted tool = TestBed.only(run, ToolStarted.class);
      assertThat(tool.effect()).isEqualTo(ToolEffect.PROCESS);
      assertThat(tool.call()).isEqualTo(new Token("call_1"));
      assertThat(tool.vantage()).isEqualTo(Vantage.AGENT);
      assertThat(TestBed.eventNames(run)).containsSubsequence("TimerFired", "PeerClosed");
    }
  }

  @Test
  void eventsPostedAfterTheEnd_areAppendedInTheStore() throws Exception {
    try (var provider = silentAfterTheHead();
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(REQUEST).readHead();
      client.disconnect();
      RunLog ended = bed.nextRun();
      String response = tell(bed, "turn-1", "{\"type\":\"abort_requested\",\"source\":\"user\"}");

      assertThat(response).startsWith("HTTP/1.1 204 ");
      assertThat(TestBed.eventNames(ended)).doesNotContain("AbortRequested");
      RunLog stored =
          switch (bed.store().runs().find(ended.header().run().value())) {
            case Lookup.Found found -> found.log();
            case Lookup other -> throw new AssertionError(other);
          };
      assertThat(TestBed.only(stored, AbortRequested.class).source()).isEqualTo(AbortSource.USER);
    }
  }

  @Test
  void postForAnUnknownRun_is404() throws Exception {
    try (var provider = silentAfterTheHead();
        var bed = TestBed.forProvider(dir, provider)) {

      assertThat(tell(bed, "never", "{\"type\":\"abort_requested\",\"source\":\"user\"}"))
          .startsWith("HTTP/1.1 404 ")
          .contains("unknown_run");
    }
  }

  static Stream<String> invalidLines() {
    return Stream.of(
        "not json",
        "{\"type\":\"no_such_event\"}",
        "{\"type\":\"abort_requested\"}",
        "{\"type\":\"attempt_started\"}",
        "{\"type\":\"peer_closed\",\"mark\":\"rst\",\"received\":1,\"sent\":1}",
        "[".repeat(5_000));
  }

  @ParameterizedTest
  @MethodSource("invalidLines")
  void invalidLine_isReportedByNumber_andNoEventIsKept(String line) throws Exception {
    try (var provider = silentAfterTheHead();
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(REQUEST).readHead();
      String fit = "{\"type\":\"abort_requested\",\"source\":\"user\"}\n";
      assertThat(tell(bed, "turn-1", fit + line))
          .startsWith("HTTP/1.1 400 ")
          .contains("line 2 of the body");
      client.disconnect();

      assertThat(TestBed.eventNames(bed.nextRun())).doesNotContain("AbortRequested");
    }
  }

  @Test
  void crossOriginRequest_is403() throws Exception {
    try (var provider = silentAfterTheHead();
        var bed = TestBed.forProvider(dir, provider)) {

      assertThat(post(bed, "r", "Host: 127.0.0.1\r\nOrigin: http://evil.example\r\n", "{}"))
          .startsWith("HTTP/1.1 403 ");
      assertThat(post(bed, "r", "Host: rebound.example\r\n", "{}")).startsWith("HTTP/1.1 403 ");
      assertThat(post(bed, "r", "Host: localhost:80\r\n", "{}")).startsWith("HTTP/1.1 404 ");
      assertThat(post(bed, "r", "Host: [::1]:80\r\n", "{}")).startsWith("HTTP/1.1 404 ");
    }
  }

  @Test
  void health_reportsOpenRuns() throws Exception {
    try (var provider = silentAfterTheHead();
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client();
        var asking = bed.client()) {

      client.send(REQUEST).readHead();

      assertThat(
              asking
                  .send("GET /_lastbyte/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                  .readToEnd()
                  .text())
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("\"open_runs\":1", "\"version\":\"0.", "\"store_trouble\":null");
    }
  }
}
