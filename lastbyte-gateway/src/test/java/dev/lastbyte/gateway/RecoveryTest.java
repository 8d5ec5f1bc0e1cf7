// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.ConnectionEvent.DialFailed;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LifeEvent.RetryReason;
import dev.lastbyte.core.event.LifeEvent.RetryScheduled;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request that is sent again by the gateway itself, where it is told to and it is safe. */
@Tag("slow")
@Timeout(300)
class RecoveryTest {

  private static final String BODY =
      "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
  private static final String WORKS_ON = "{\"model\":\"m\",\"background\":true,\"input\":\"hi\"}";
  private static final String OK =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

  @TempDir private Path dir;

  private static String request(String path, String body) {
    return "POST /up"
        + path
        + " HTTP/1.1\r\nHost: h\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private TestBed recovering(int port, int attempts) throws Exception {
    return TestBed.with(
        dir, TestBed.local(port), options -> options.recovery(attempts, Duration.ofMinutes(1)));
  }

  private static List<Cause> causes(RunLog run) {
    return RunFacts.of(run).attempts().stream()
        .map(attempt -> Diagnoser.diagnose(attempt).cause())
        .toList();
  }

  @Test
  void closeWithoutAResponse_isRetried_andTheAttemptHeaderSaysSo() throws Exception {
    try (var provider =
            RawProvider.playing(
                Peer::readMessage,
                peer -> {
                  assertThat(peer.readMessage()).endsWith(BODY);
                  peer.send(OK);
                });
        var bed = recovering(provider.port(), 3);
        var client = bed.client()) {

      String response = client.send(request("/v1/messages", BODY)).readMessage();

      assertThat(response)
          .startsWith("HTTP/1.1 200 OK\r\nx-lastbyte-attempts: 2\r\nContent-Type")
          .endsWith("\r\n\r\n{}");
      provider.await();
      RunLog run = bed.nextRun();
      assertThat(causes(run).getFirst()).isEqualTo(Cause.WAIT_EMPTY_REPLY);
      assertThat(run.attempts()).containsExactly(1, 2);
      assertThat(TestBed.only(run, RetryScheduled.class).attempt()).isEqualTo(1);
      assertThat(RunFacts.of(run).last().request()).isNotNull();
    }
  }

  @Test
  void refusedConnection_isRetriedUpToMaxAttempts() throws Exception {
    int port;
    try (ServerSocket reserved = RawProvider.freePort()) {
      port = reserved.getLocalPort();
    }
    try (var bed = recovering(port, 2);
        var client = bed.client()) {

      String response = client.send(request("/v1/messages", BODY)).readMessage();

      assertThat(response).startsWith("HTTP/1.1 502").contains("net.connect_refused");
      RunLog run = bed.nextRun();
      assertThat(run.events()).filteredOn(DialFailed.class::isInstance).hasSize(2);
      assertThat(run.events()).filteredOn(AttemptStarted.class::isInstance).hasSize(2);
    }
  }

  private static String error(int status, String fields, String code) {
    String body = "{\"error\":{\"message\":\"\",\"code\":\"" + code + "\"}}";
    return "HTTP/1.1 "
        + status
        + " No\r\nContent-Type: application/json\r\n"
        + fields
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static RawProvider.Script responding(String response) {
    return peer -> {
      assertThat(peer.readMessage()).endsWith(BODY);
      peer.send(response);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "429, rate_limit_exceeded, PROVIDER_RATE_LIMITED",
    "503, server_overloaded, PROVIDER_OVERLOADED",
    "500, server_error, PROVIDER_SERVER_ERROR"
  })
  void transientError_isHidden_andTheRequestIsRetried(int status, String code, Cause cause)
      throws Exception {
    try (var provider =
            RawProvider.playing(
                responding(error(status, "retry-after-ms: 1\r\n", code)), responding(OK));
        var bed = recovering(provider.port(), 3);
        var client = bed.client()) {

      String response = client.send(request("/v1/chat/completions", BODY)).readMessage();

      assertThat(response).startsWith("HTTP/1.1 200 OK\r\nx-lastbyte-attempts: 2\r\n");
      RunLog run = bed.nextRun();
      assertThat(causes(run).getFirst()).isEqualTo(cause);
      assertThat(TestBed.only(run, RetryScheduled.class).why()).isEqualTo(RetryReason.STATUS);
      assertThat(run.attempts()).containsExactly(1, 2);
    }
  }

  @Test
  void errorInPieces_isHeldBack_andForwardedAfterTheLastAttempt() throws Exception {
    String error = error(503, "retry-after-ms: 1\r\n", "server_overloaded");
    RawProvider.Script inPieces =
        peer -> {
          peer.readMessage();
          for (char piece : error.toCharArray()) {
            peer.send(String.valueOf(piece));
          }
        };
    try (var provider = RawProvider.playing(inPieces, inPieces);
        var bed = recovering(provider.port(), 2);
        var client = bed.client()) {

      String response = client.send(request("/v1/chat/completions", BODY)).readMessage();

      assertThat(response.replace("x-lastbyte-attempts: 2\r\n", "")).isEqualTo(error);
      assertThat(bed.nextRun().attempts()).containsExactly(1, 2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "429, insufficient_quota, ''",
    "400, context_length_exceeded, ''",
    "503, server_overloaded, 'retry-after: 3600'"
  })
  void permanentError_isForwardedUnchanged(int status, String code, String field) throws Exception {
    String error = error(status, field.isEmpty() ? "" : field + "\r\n", code);
    try (var provider =
            RawProvider.playing(
                responding(error), peer -> peer.send("a replay must not come here"));
        var bed = recovering(provider.port(), 3);
        var client = bed.client()) {

      assertThat(client.send(request("/v1/chat/completions", BODY)).readMessage()).isEqualTo(error);
      assertThat(bed.nextRun().attempts()).containsExactly(1);
    }
  }

  @Test
  void errorBeyondTheHoldLimit_isForwarded() throws Exception {
    String begin = "HTTP/1.1 503 No\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(70_000);
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readMessage();
              peer.send(begin).readToEnd();
            });
        var bed = recovering(provider.port(), 3);
        var client = bed.client()) {

      client.send(request("/v1/chat/completions", BODY));

      assertThat(client.readExactly(begin.length())).isEqualTo(begin);
      client.disconnect();
      assertThat(bed.nextRun().attempts()).containsExactly(1);
    }
  }

  @Test
  void clientCloseWhileAnErrorIsHeld_stopsTheRetry() throws Exception {
    try (var provider =
            RawProvider.playing(
                peer -> {
                  peer.readMessage();
                  peer.send("HTTP/1.1 503 No\r\nContent-Length: 9\r\n\r\n{").readToEnd();
                },
                peer -> peer.send("a replay must not come here"));
        var bed = recovering(provider.port(), 3);
        var client = bed.client()) {

      client.send(request("/v1/messages", BODY));
      client.socket().shutdownOutput();

      assertThat(bed.nextRun().attempts()).containsExactly(1);
      assertThat(client.readToEnd().text()).isEmpty();
    }
  }

  @Test
  void begunResponse_isNotRetried() throws Exception {
    try (var provider =
            RawProvider.playing(
                peer -> {
                  peer.readMessage();
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
                },
                peer -> peer.send("a replay must not come here"));
        var bed = recovering(provider.port(), 3);
        var client = bed.client()) {

      assertThat(client.send(request("/v1/messages", BODY)).readToEnd().text()).endsWith("{");
      assertThat(bed.nextRun().attempts()).containsExactly(1);
    }
  }

  @Test
  void requestThatWorksOnOrIsIncomplete_isNotRetried() throws Exception {
    try (var provider =
            RawProvider.playing(
                Peer::readMessage,
                peer -> peer.readUntil("Content-Length: 99\r\n\r\n"),
                peer -> peer.send("a replay must not come here"));
        var bed = recovering(provider.port(), 3);
        var worksOn = bed.client();
        var uploads = bed.client()) {

      worksOn.send(request("/v1/responses", WORKS_ON)).readToEnd();
      assertThat(bed.nextRun().attempts()).containsExactly(1);

      uploads.send("POST /up/v1/messages HTTP/1.1\r\nHost: h\r\nContent-Length: 99\r\n\r\n{");
      uploads.readToEnd();
      assertThat(bed.nextRun().attempts()).containsExactly(1);
    }
  }

  @Test
  void clientClose_preventsTheRetry() throws Exception {
    try (var provider =
            RawProvider.playing(
                Peer::readMessage, peer -> peer.send("a replay must not come here"));
        var bed = recovering(provider.port(), 3);
        var client = bed.client()) {

      client.send(request("/v1/messages", BODY));
      client.socket().shutdownOutput();

      assertThat(bed.nextRun().attempts()).containsExactly(1);
    }
  }
}
