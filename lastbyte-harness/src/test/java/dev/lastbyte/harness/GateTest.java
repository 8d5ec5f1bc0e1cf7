// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The last act waits for its gate. */
@Timeout(30)
class GateTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Script TEXT_FIN =
      Scenarios.named("text-fin").script(Dialect.OPENAI_CHAT, Framing.CHUNKED);

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
      assertThat(client.read(TEXT_FIN.byteCount())).isEqualTo(TEXT_FIN.text());
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
      client.read(TEXT_FIN.byteCount());

      assertThat(control.send("POST", "/_harness/gates/cut", "").readReply())
          .endsWith("{\"opened\":\"cut\"}");

      assertThat(client.readEnd()).isEqualTo(RawClient.End.FIN);
    }
  }

  @Test
  void aGateThatWasOpenedBefore_holdsNobody() throws Exception {
    server.release("early");
    try (RawClient client = heldAt("early")) {
      assertThat(client.readAll()).isEqualTo(TEXT_FIN.text());
    }
  }

  @Test
  void aGateThatNobodyOpens_holdsForItsLimit_andTheLedgerSaysSo() throws Exception {
    Script held = TEXT_FIN.heldBy("never", Duration.ofMillis(20));
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var client = new Socket(listener.getInetAddress(), listener.getLocalPort());
        Socket accepted = listener.accept()) {
      client.setSoTimeout(10_000);
      LedgerEntry.Did did = Performance.play(held, new Peer(accepted), new Gates());

      assertThat(did.gate()).isEqualTo("limit_passed");
      assertThat(did.verb()).isEqualTo("fin");
      assertThat(client.getInputStream().readAllBytes()).hasSize(TEXT_FIN.byteCount());
    }
  }

  @Test
  void aNameThatIsNoToken_isRefused() throws Exception {
    try (RawClient client = heldAt("no token")) {
      assertThat(client.readAll()).startsWith("HTTP/1.1 400 ").contains("must be a token");
    }
    assertThatThrownBy(() -> server.release("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thereAreOnlySoManyGates() {
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
            EveryCase.CANONICAL_BODY,
            "x-lastbyte-gate: " + gate);
  }
}
