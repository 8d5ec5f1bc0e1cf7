// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.harness.AllScenarioCases;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.script.Bytes;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The last act waits for its gate. */
@Timeout(300)
class GateTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Bytes TEXT_FIN =
      new AllScenarioCases(Scenarios.named("text-fin"), Dialect.OPENAI_CHAT, Framing.CHUNKED)
          .bytes();

  private FaultServer server;

  @BeforeEach
  void start() throws IOException {
    server = FaultServer.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void theCutComesWhenTheGateIsOpened_andNotBefore() throws Exception {
    try (RawClient client = heldAt("cut")) {
      assertThat(client.read(TEXT_FIN)).isEqualTo(TEXT_FIN);
      assertThat(server.ledger()).isEmpty();

      server.release("cut");

      assertThat(client.readEnd()).isEqualTo(RawClient.End.FIN);
      assertThat(server.awaitRequests(1, PATIENCE).getFirst().did().gate()).isEqualTo("released");
    }
  }

  @Test
  void aGateIsOpenedOverHttpToo() throws Exception {
    try (RawClient client = heldAt("cut");
        RawClient control = RawClient.connectedTo(server)) {
      client.read(TEXT_FIN);

      assertThat(control.send("POST", "/_harness/gates/cut", "").readReply())
          .endsWith("{\"opened\":\"cut\"}");

      assertThat(client.readEnd()).isEqualTo(RawClient.End.FIN);
    }
  }

  @Test
  void aGateOpenedBefore_doesNotWait() throws Exception {
    server.release("early");
    try (RawClient client = heldAt("early")) {
      assertThat(client.readAll()).isEqualTo(TEXT_FIN.text());
    }
  }

  @Test
  void aGateInThePath_getsThroughProxiesThatStripHeaders() throws Exception {
    server.release("early");
    try (RawClient client = RawClient.connectedTo(server)) {
      client.send(
          "POST", "/text-fin.gate-early/v1/chat/completions", AllScenarioCases.CANONICAL_BODY);

      assertThat(client.readAll()).isEqualTo(TEXT_FIN.text());
      assertThat(server.awaitRequests(1, PATIENCE).getFirst().did().gate()).isEqualTo("released");
    }
  }

  @Test
  void aNameThatIsNoToken_isRefused() throws Exception {
    try (RawClient client = heldAt("no token")) {
      assertThat(client.readReply()).startsWith("HTTP/1.1 400 ").contains("must be a token");
    }
    assertThatThrownBy(() -> server.release("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theNumberOfGates_isBounded() {
    for (int i = 0; i < 1024; i++) {
      server.release("gate-" + i);
    }
    server.release("gate-7");

    assertThatThrownBy(() -> server.release("one-more"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1024");
  }

  private RawClient heldAt(String gate) throws IOException {
    return RawClient.connectedTo(server)
        .post(
            server.baseUrl(Scenarios.named("text-fin"), Framing.CHUNKED),
            Dialect.OPENAI_CHAT,
            AllScenarioCases.CANONICAL_BODY,
            "x-lastbyte-gate: " + gate);
  }
}
