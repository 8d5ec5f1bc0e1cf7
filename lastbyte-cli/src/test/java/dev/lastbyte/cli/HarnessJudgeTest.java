// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.options.HostAndPort;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.harness.server.FaultServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How clients behaved towards a real harness, from its real ledger. */
@Timeout(300)
class HarnessJudgeTest {

  private static final String STREAM = "{\"stream\":true}";
  private static final String WITH_RESULT =
      "{\"stream\":true,\"messages\":[{\"role\":\"tool\",\"tool_call_id\":\"c1\"}]}";

  private FaultServer server;
  private int requests;

  @BeforeEach
  void start() throws IOException {
    server = FaultServer.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void oneRequestPerBody_hasNoFinding() throws Exception {
    send("ok", STREAM);

    CommandResult session = judge();

    assertThat(session.exit()).isEqualTo(ExitCode.OK);
    assertThat(session.out()).contains("Nothing found.", "cannot tell", "holds no content");
  }

  @Test
  void ignoringRetryAfter_isAFinding() throws Exception {
    send("429-retry-after-seconds", STREAM);
    send("429-retry-after-seconds", STREAM);

    CommandResult session = judge();

    assertThat(session.exit()).isEqualTo(ExitCode.FAILURE_DIAGNOSED);
    assertThat(session.out()).contains("retry_after_ignored", "was told to wait", "kept 0 of 1");
  }

  @Test
  void waitingForRetryAfter_isNoFinding() throws Exception {
    send("429-then-ok", STREAM);
    // The response says one millisecond, and this client keeps to it, by a timer as clients do.
    Executor later = CompletableFuture.delayedExecutor(2, TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(() -> {}, later).join();
    send("429-then-ok", STREAM);

    CommandResult session = judge();

    assertThat(session.out()).contains("kept 1 of 1");
    assertThat(session.exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void retryingInVainUnsafelyOrNeedlessly_isAFinding() throws Exception {
    for (String scenario : new String[] {"401", "text-fin", "ok", "created-fin"}) {
      String body = "{\"stream\":true,\"about\":\"%s\"}".formatted(scenario);
      send(scenario, body);
      send(scenario, body);
    }

    CommandResult session = judge("--json");

    assertThat(session.exit()).isEqualTo(ExitCode.FAILURE_DIAGNOSED);
    assertThat(session.out())
        .contains("\"kind\":\"asked_again_in_vain\",\"scenario\":\"401\"")
        .contains("\"kind\":\"asked_again_unconfirmed\",\"scenario\":\"text-fin\"")
        .contains("\"kind\":\"asked_again_needlessly\",\"scenario\":\"ok\"")
        .doesNotContain(",\"scenario\":\"created-fin\",\"body\"");
  }

  @Test
  void postingToolResultsTwice_isAFinding() throws Exception {
    send("created-fin", WITH_RESULT);
    send("created-fin", WITH_RESULT);

    assertThat(judge().out()).contains("tool_results_posted_again");
  }

  @Test
  void aLedgerFile_isRead_andAnythingElseIsRefused() throws Exception {
    send("401", STREAM);
    send("401", STREAM);
    String ledger = server.ledger().get(0).json() + "\n" + server.ledger().get(1).json() + "\n";

    assertThat(CommandResult.withInput(ledger, "harness", "judge", "-").out()).contains("in_vain");
    CommandResult none = CommandResult.withInput("{}\n", "harness", "judge", "-");
    assertThat(none.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(none.err()).contains("-:1: ").contains("scenario");
  }

  @Test
  void anUnreachableHarness_isReported() throws IOException {
    server.close();

    CommandResult session = judge();

    assertThat(session.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(session.err()).contains("no harness answers").contains("--url");
  }

  private CommandResult judge(String... more) {
    var args = new String[4 + more.length];
    System.arraycopy(
        new String[] {"harness", "judge", "--url", "http://" + HostAndPort.text(server.address())},
        0,
        args,
        0,
        4);
    System.arraycopy(more, 0, args, 4, more.length);
    return CommandResult.of(args);
  }

  private void send(String scenario, String body) throws Exception {
    try (var socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      socket.setSoTimeout(10_000);
      String request =
          "POST /%s/v1/chat/completions HTTP/1.1\r\nhost: h\r\nconnection: close\r\ncontent-length: %d\r\n\r\n%s"
              .formatted(scenario, body.length(), body);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream response = socket.getInputStream();
      var unused = response.readAllBytes();
    }
    requests++;
    var unused = server.awaitRequests(requests, Duration.ofSeconds(10));
  }
}
