// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Diagnoser;
import dev.lastbyte.core.event.ConnectionEvent.DialFailed;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LifeEvent.RetryScheduled;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A request that is sent again by the gateway itself, where it is told to and it is safe. */
@Timeout(60)
class RecoveryTest {

  private static final String BODY =
      "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
  private static final String STORING = "{\"model\":\"m\",\"store\":true,\"input\":\"hi\"}";
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
        dir, TestBed.local(port), options -> options.recovering(attempts, Duration.ofMinutes(1)));
  }

  private static List<Cause> causes(RunLog run) {
    return RunFacts.of(run).attempts().stream()
        .map(attempt -> Diagnoser.diagnose(attempt).cause())
        .toList();
  }

  @Test
  void aProviderThatClosesWithoutAWord_isAskedAgain_andTheAnswerSaysSo() throws Exception {
    try (var provider =
            RawProvider.playing(
                Peer::readMessage,
                peer -> {
                  assertThat(peer.readMessage()).endsWith(BODY);
                  peer.send(OK);
                });
        var bed = recovering(provider.port(), 3);
        var client = bed.client()) {

      String answer = client.send(request("/v1/messages", BODY)).readMessage();

      assertThat(answer)
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
  void aRefusedConnection_isDialledAgain_asOftenAsAllowed() throws Exception {
    int port;
    try (ServerSocket reserved = RawProvider.freePort()) {
      port = reserved.getLocalPort();
    }
    try (var bed = recovering(port, 2);
        var client = bed.client()) {

      String answer = client.send(request("/v1/messages", BODY)).readMessage();

      assertThat(answer).startsWith("HTTP/1.1 502").contains("net.connect_refused");
      RunLog run = bed.nextRun();
      assertThat(run.events()).filteredOn(DialFailed.class::isInstance).hasSize(2);
      assertThat(run.events()).filteredOn(AttemptStarted.class::isInstance).hasSize(2);
    }
  }

  @Test
  void anAnswerThatHasBegun_isNotAskedForAgain() throws Exception {
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
  void whatTheProviderKeeps_orWhatDidNotArriveWhole_isNotSentAgain() throws Exception {
    try (var provider =
            RawProvider.playing(
                Peer::readMessage,
                peer -> peer.readUntil("Content-Length: 99\r\n\r\n"),
                peer -> peer.send("a replay must not come here"));
        var bed = recovering(provider.port(), 3);
        var stores = bed.client();
        var uploads = bed.client()) {

      stores.send(request("/v1/responses", STORING)).readToEnd();
      assertThat(bed.nextRun().attempts()).containsExactly(1);

      uploads.send("POST /up/v1/messages HTTP/1.1\r\nHost: h\r\nContent-Length: 99\r\n\r\n{");
      uploads.readToEnd();
      assertThat(bed.nextRun().attempts()).containsExactly(1);
    }
  }

  @Test
  void aClientThatLeft_isNotRecoveredFor() throws Exception {
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
