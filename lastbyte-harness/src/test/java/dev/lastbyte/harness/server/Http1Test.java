// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.harness.AllScenarioCases;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.HarnessClock;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.http1.Http1Bytes;
import dev.lastbyte.harness.scenario.Compositions;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Script;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client meets on the wire is what the script says, byte for byte, and the end it names. */
@Tag("slow")
@Timeout(300)
class Http1Test {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final long COMPOSITION_SEED = 20_260_101;

  private FaultServer server;

  static List<AllScenarioCases> cases() {
    var cases = new ArrayList<AllScenarioCases>(AllScenarioCases.oneDialectEach());
    cases.addAll(AllScenarioCases.of(Compositions.random(COMPOSITION_SEED, 100)));
    return cases.stream().filter(AllScenarioCases::isPlain).toList();
  }

  /** Nobody here waits for a minute. */
  private static CompletableFuture<Void> hurried(Duration time) {
    return time.compareTo(Duration.ofSeconds(1)) < 0
        ? HarnessClock.system().after(time)
        : CompletableFuture.completedFuture(null);
  }

  @BeforeEach
  void start() throws IOException {
    server = FaultServer.start(Http1Test::hurried);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theWireCarriesWhatTheScriptSays(AllScenarioCases each) throws Exception {
    URI base = server.baseUrl(each.scenario(), each.framing());
    if (each.script().endAction() instanceof EndAction.Refuse) {
      var address = new InetSocketAddress(InetAddress.getByName(base.getHost()), base.getPort());
      assertThatThrownBy(() -> RawClient.connectedTo(address)).isInstanceOf(ConnectException.class);
      return;
    }
    try (RawClient client = RawClient.connectedTo(server)) {
      if (each.isAboutReuse()) {
        warmUp(client);
      }
      client.post(base, each.dialect(), each.body());
      Script script = each.script();
      assertThat(client.read(each.bytes())).isEqualTo(each.bytes());
      assertEnd(client, script.endAction(), each.framing());
      assertLedger(script, each);
      // leaves nothing in TIME_WAIT that would make the kernel's tables long
      client.reset();
    }
  }

  private void warmUp(RawClient client) throws IOException {
    client.send("GET", "/_harness/ledger", "");
    client.readReply();
  }

  private void assertEnd(RawClient client, EndAction endAction, Framing framing)
      throws IOException {
    switch (endAction) {
      case EndAction.Fin unused -> assertThat(client.readEnd()).isEqualTo(RawClient.End.FIN);
      case EndAction.HalfClose unused -> {
        assertThat(client.readEnd()).isEqualTo(RawClient.End.FIN);
        client.close();
      }
      case EndAction.Rst unused -> assertThat(client.readEnd()).isEqualTo(RawClient.End.RST);
      case EndAction.EndOfMessage unused -> assertCarriesAnotherRequest(client);
      case EndAction.Heartbeats beats -> assertRepeated(client, beats.payload(), framing);
      case EndAction.Drip drip -> assertRepeated(client, drip.payload().before(1), framing);
      // closing over an unread byte would be seen as a reset, so a clean leaving proves silence
      case EndAction.Stall unused -> client.close();
      default -> throw new IllegalStateException("not HTTP/1.1: " + endAction.token());
    }
  }

  private static void assertRepeated(RawClient client, Bytes payload, Framing framing)
      throws IOException {
    Bytes once = Http1Bytes.of(payload, framing);
    Bytes three = Bytes.joined(List.of(once, once, once));
    assertThat(client.read(three)).isEqualTo(three);
    client.close();
  }

  private static void assertCarriesAnotherRequest(RawClient client) throws IOException {
    client.send("GET", "/_harness/ledger", "");
    assertThat(client.readReply()).startsWith("HTTP/1.1 200 OK");
  }

  private void assertLedger(Script script, AllScenarioCases each) throws InterruptedException {
    List<LedgerEntry> entries = server.awaitRequests(1, PATIENCE);
    LedgerEntry.Did did = entries.getFirst().did();
    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().asked().scenario()).isEqualTo(each.scenario().name());
    assertThat(entries.getFirst().asked().dialect()).isEqualTo(each.dialect().token());
    assertThat(entries.getFirst().asked().framing()).isEqualTo(each.framing().token());
    assertThat(did.verb()).isEqualTo(script.endAction().token());
    assertThat(did.bytesWritten()).isEqualTo(each.bytes().size());
    assertThat(did.eventsWritten()).isEqualTo(script.eventCount());
    switch (script.endAction()) {
      case EndAction.Stall unused -> {
        assertThat(did.clientLeft()).isEqualTo("fin");
        assertThat(did.clientLeftAtStep()).isEqualTo(script.steps().size());
      }
      case EndAction.Heartbeats unused -> {
        assertThat(did.clientLeft()).isIn("fin", "rst");
        assertThat(did.heartbeats()).isGreaterThanOrEqualTo(3);
      }
      case EndAction.Drip unused -> assertThat(did.clientLeft()).isIn("fin", "rst");
      case EndAction.HalfClose unused -> assertThat(did.clientLeft()).isEqualTo("fin");
      default -> assertThat(did.clientLeft()).isEqualTo("no");
    }
  }
}
