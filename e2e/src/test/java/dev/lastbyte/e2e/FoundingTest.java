// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.Canary;
import dev.lastbyte.harness.server.FaultServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tests that the project was founded on. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class FoundingTest {

  private static final String ROUTE = "/v1/messages";

  @TempDir private Path data;
  private FaultServer harness;
  private URI provider;

  @BeforeEach
  void start() throws Exception {
    harness = FaultServer.start();
    provider = URI.create("http://127.0.0.1:" + harness.address().getPort());
  }

  @AfterEach
  void stop() throws Exception {
    harness.close();
  }

  @Test
  @DisplayName("early progress then socket end before text or tool output")
  void earlyProgress() throws Exception {
    try (var recorder = Recorder.recordingInto(data, provider);
        var agent = Agent.asking(recorder, "/up/reasoning-fin" + ROUTE, "r1")) {
      assertThat(agent.readToEnd()).contains(Canary.REASONING).doesNotContain(Canary.ANSWER);

      Json run = recorder.run();

      assertThat(run.at("code")).isEqualTo("stream.premature_eof@reasoning/provider");
      assertThat(run.at("headline")).isEqualTo("early_stream");
      assertThat(run.at("exposure")).isEqualTo("reasoning");
      assertThat(run.at("retry_safety")).isEqualTo("safe_auto_retry");
      assertThat(run.at("recovery")).isEqualTo("replay");
      assertThat(run.at("recovery_plan.retract_partial")).isEqualTo("true");
    }
  }

  @Test
  @DisplayName("disconnect after visible text")
  void visibleText() throws Exception {
    try (var recorder = Recorder.recordingInto(data, provider);
        var agent = Agent.asking(recorder, "/up/text-fin" + ROUTE, "r1")) {
      assertThat(agent.readToEnd()).contains(Canary.ANSWER);

      Json run = recorder.run();

      assertThat(run.at("code")).isEqualTo("stream.premature_eof@text/provider");
      assertThat(run.at("headline")).isEqualTo("mid_generation");
      assertThat(run.at("retry_safety")).isEqualTo("user_confirmed_retry");
      assertThat(run.at("answers.exposure.reason")).isEqualTo("text_visible");
      assertThat(run.at("recovery")).isEqualTo("continue");
    }
  }

  @Test
  @DisplayName("disconnect after a tool call or side effect had started")
  void toolStarted() throws Exception {
    try (var held = HeldProvider.saying(harness, "/tool-ready-fin" + ROUTE);
        var recorder = Recorder.recordingInto(data, held.url());
        var agent = Agent.asking(recorder, "/up" + ROUTE, "r1")) {
      agent.readUntil("event: content_block_stop");
      agent.tells("{\"type\":\"tool_started\",\"call\":\"toolu_1\",\"effect\":\"process\"}");
      held.end();
      agent.readToEnd();

      Json run = recorder.run();

      assertThat(run.at("code")).isEqualTo("stream.premature_eof@tool_running/provider");
      assertThat(run.at("headline")).isEqualTo("tool_side_effect");
      assertThat(run.at("retry_safety")).isEqualTo("user_confirmed_retry");
      assertThat(run.at("answers.effect.reason")).isEqualTo("tool_outcome_open");
      assertThat(run.at("recovery")).isEqualTo("reconcile");
    }
  }

  @Test
  @DisplayName("local abort with provenance")
  void localAbort() throws Exception {
    try (var recorder = Recorder.recordingInto(data, provider)) {
      try (var agent = Agent.asking(recorder, "/up/stall" + ROUTE, "r1")) {
        agent.readUntil(Canary.ANSWER);
        agent.tells("{\"type\":\"abort_requested\",\"source\":\"user\"}");
      }
      harness.awaitRequests(1, Duration.ofSeconds(20));

      Json run = recorder.run();

      assertThat(run.at("code")).isEqualTo("abort.user@text/user");
      assertThat(run.at("headline")).isEqualTo("local_abort");
      assertThat(run.at("closed.by")).isEqualTo("client");
      assertThat(run.at("retry_safety")).isEqualTo("no_retry");
    }
  }

  @Test
  @DisplayName("watchdog connect time-out and silent stream")
  void watchdog() throws Exception {
    Json connect = connectTimeOut();
    Json silent = silentStream();

    assertThat(connect.at("code")).isEqualTo("watchdog.connect@connect/watchdog");
    assertThat(connect.at("headline")).isEqualTo("watchdog");
    assertThat(connect.at("retry_safety")).isEqualTo("safe_auto_retry");
    assertThat(silent.at("code")).isEqualTo("watchdog.idle@text/watchdog");
    assertThat(silent.at("headline")).isEqualTo("watchdog");
    assertThat(silent.at("retry_safety")).isEqualTo("user_confirmed_retry");
  }

  private Json connectTimeOut() throws Exception {
    try (var blackHole = new FullBacklog();
        var recorder = Recorder.recordingInto(data, blackHole.url())) {
      try (var agent = Agent.asking(recorder, "/up" + ROUTE, "r1")) {
        blackHole.awaitConnecting(Duration.ofSeconds(20));
        agent.waitsInVain(Duration.ofSeconds(1));
        agent.tells(
            "{\"type\":\"timer_fired\",\"timer\":\"connect\",\"threshold_nanos\":1000000000}");
      }
      return recorder.run();
    }
  }

  private Json silentStream() throws Exception {
    try (var recorder = Recorder.recordingInto(data, provider)) {
      try (var agent = Agent.asking(recorder, "/up/stall" + ROUTE, "r2")) {
        agent.readUntil(Canary.ANSWER);
        agent.tells("{\"type\":\"timer_fired\",\"timer\":\"idle\",\"threshold_nanos\":50000000}");
      }
      harness.awaitRequests(1, Duration.ofSeconds(20));
      return recorder.runs().getFirst();
    }
  }

  @Test
  @DisplayName("redaction of safe transport metadata in the export")
  void redaction() throws Exception {
    var planted = new Planted(data);
    try (var leaky = LeakyProvider.start();
        var recorder = Recorder.recordingInto(data, leaky.url())) {
      try (var agent =
          Agent.asking(recorder, planted.path(), "r1", planted.headers(), planted.body())) {
        agent.readToEnd();
        agent.tells(planted.error());
        agent.tells(planted.tool());
      }
      recorder.gateway().stop();

      assertThat(Recorder.stored(data)).hasSize(1);
      assertThat(Recorder.stored(data).getFirst().at("correlation.request_id"))
          .as("what is safe is kept")
          .isEqualTo("req_safe1");
      assertThat(planted.exports()).allSatisfy((command, text) -> assertThat(text).isNotBlank());
      planted.assertNowhereIn(planted.exports());
      planted.assertNowhereIn(planted.files());
    }
  }
}
