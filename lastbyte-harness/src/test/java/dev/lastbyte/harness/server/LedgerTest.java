// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.JsonText;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.http1.Http1Bytes;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Script;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger tells what happened, and nothing of what was said. */
@Tag("slow")
@Timeout(300)
class LedgerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String STREAM = "{\"stream\":true}";

  private FaultServer server;

  @BeforeEach
  void start() throws IOException {
    server = FaultServer.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text-rst", "text-fin", "tool-ready-fin", "before-headers-rst", "ok"})
  void fiftyEqualRequests_haveEqualEntries(String scenario) throws Exception {
    for (int i = 0; i < 50; i++) {
      try (RawClient client = post(scenario, STREAM)) {
        client.read(bytes(scenario));
        server.awaitRequests(i + 1, PATIENCE);
      }
    }

    Set<LedgerEntry.Did> outcomes = new HashSet<>();
    server.ledger().forEach(entry -> outcomes.add(entry.did()));
    assertThat(outcomes).hasSize(1);
  }

  @Test
  @Timeout(300)
  void aThousandEqualRequests_haveEqualEntries() throws Exception {
    for (int i = 0; i < 1000; i++) {
      try (RawClient client = post("text-rst", STREAM)) {
        assertThat(client.read(bytes("text-rst"))).isEqualTo(bytes("text-rst"));
        server.awaitRequests(i + 1, PATIENCE);
        client.reset();
      }
    }

    assertThat(server.ledger().stream().map(LedgerEntry::did).distinct()).hasSize(1);
  }

  @Test
  void cutsOnlyAfterTheClientsKernelHasEverything() throws Exception {
    Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "needs proc(5)");
    try (RawClient client = post("text-rst", STREAM)) {
      assertThat(server.awaitRequests(1, PATIENCE).getFirst().did().acknowledged())
          .isEqualTo("proven");
      // nothing was read before the reset came, and nothing was lost
      assertThat(client.read(bytes("text-rst"))).isEqualTo(bytes("text-rst"));
      assertThat(client.readEnd()).isEqualTo(RawClient.End.RST);
    }
  }

  @Test
  void equalBodiesHaveEqualHashes_onThisServerAlone() throws Exception {
    ask(server, "{\"a\":1}");
    ask(server, "{\"a\":1}");
    ask(server, "{\"a\":2}");
    try (FaultServer other = FaultServer.start()) {
      ask(other, "{\"a\":1}");

      List<String> here = server.ledger().stream().map(entry -> entry.asked().bodyHash()).toList();
      assertThat(here.get(0)).hasSize(64).isEqualTo(here.get(1)).isNotEqualTo(here.get(2));
      assertThat(other.ledger().getFirst().asked().bodyHash()).isNotEqualTo(here.get(0));
    }
  }

  @Test
  void countsRetriesAndToolResults() throws Exception {
    String body = "{\"messages\":[{\"role\":\"tool\",\"content\":\"a\"},{\"role\":\"tool\"}]}";
    try (RawClient client = post("ok", body, "X-Stainless-Retry-Count: 2")) {
      client.read(1);
      LedgerEntry.Asked asked = server.awaitRequests(1, PATIENCE).getFirst().asked();

      assertThat(asked.retryCount()).isEqualTo(2);
      assertThat(asked.toolResults()).isEqualTo(2);
      assertThat(asked.bodyBytes()).isEqualTo(body.length());
      assertThat(asked.streaming()).isFalse();
    }
  }

  @Test
  void holdsNothingOfTheRequest() throws Exception {
    try (RawClient client =
        post(
            "ok", "{\"prompt\":\"secret-in-body\"}", "x-stainless-retry-count: secret-in-header")) {
      client.read(1);
      String ledger = server.awaitRequests(1, PATIENCE).getFirst().json();

      assertThat(ledger).doesNotContain("secret").doesNotContain("canary");
      assertThat(ledger).contains("\"retry_count\":null");
      assertThat(JsonText.isWellFormed(ledger)).isTrue();
    }
  }

  @Test
  void tellsAClientResetFromAFin() throws Exception {
    try (RawClient client = post("stall", STREAM)) {
      client.read(bytes("stall"));
      client.reset();
      LedgerEntry.Did did = server.awaitRequests(1, PATIENCE).getFirst().did();

      assertThat(did.clientLeft()).isEqualTo("rst");
      assertThat(did.clientLeftAtStep()).isEqualTo(script("stall").steps().size());
    }
  }

  @Test
  void serverStop_isNotAClientClose() throws Exception {
    try (RawClient client = post("stall", STREAM)) {
      client.read(bytes("stall"));
      server.close();

      LedgerEntry.Did did = server.awaitRequests(1, PATIENCE).getFirst().did();
      assertThat(did.clientLeft()).isEqualTo("no");
      assertThat(did.clientLeftAtStep()).isNull();
    }
  }

  @Test
  void saysHowManyCame_whenTooFewDid() {
    assertThatThrownBy(() -> server.awaitRequests(1, Duration.ofMillis(5)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("1 exchanges must end within PT0.005S, but 0 did");
  }

  @Test
  void isServedAsLinesOfJson() throws Exception {
    ask(server, "{}");
    try (RawClient client = RawClient.connectedTo(server)) {
      String reply = client.send("GET", "/_harness/ledger", "").readReply();

      assertThat(reply).contains("application/x-ndjson").endsWith("}\n");
      assertThat(reply).contains("\"scenario\":\"ok\"");
    }
  }

  @Test
  void theSameJsonIsTheSameRequestAgain_howeverItIsWritten() throws Exception {
    ask(server, "{\"a\":1,\"b\":[\"x\",{}]}");
    ask(server, "{ \"b\" : [\"\\u0078\", {} ], \"a\":1 }");
    ask(server, "{\"a\":1,\"b\":[{},\"x\"]}");

    List<LedgerEntry> entries = server.ledger();
    assertThat(entries).extracting(entry -> entry.repeats().attempt()).containsExactly(1, 2, 1);
    assertThat(entries.get(0).asked().bodyHash()).isNotEqualTo(entries.get(1).asked().bodyHash());
    assertThat(entries.get(0).repeats().sincePrevious()).isNull();
    assertThat(entries.get(1).repeats().sincePrevious()).isPositive();
  }

  @Test
  void tellsWhetherRetryAfterWasKept() throws Exception {
    List<LedgerEntry> entries = List.of();
    for (String scenario : new String[] {"429-retry-after-excessive", "429-retry-after-date"}) {
      for (int i = 0; i < 2; i++) {
        try (RawClient client = post(scenario, "{\"s\":\"" + scenario + "\"}")) {
          client.read(bytes(scenario));
        }
        // what it advised is known when it is over, which is after its last byte
        entries = server.awaitRequests(entries.size() + 1, PATIENCE);
      }
    }

    assertThat(entries.get(1).repeats().retryAfterAdvised()).isEqualTo(Duration.ofDays(1));
    assertThat(entries.get(1).repeats().retryAfterKept()).isFalse();
    assertThat(entries.get(3).repeats().retryAfterKept()).isTrue();
  }

  @Test
  void countsResultsOfToolsThatArePostedAgain() throws Exception {
    ask(server, "{\"messages\":[{\"role\":\"tool\",\"tool_call_id\":\"c1\"}]}");
    ask(
        server,
        "{\"input\":[{\"type\":\"function_call\",\"call_id\":\"c2\"},"
            + "{\"type\":\"function_call_output\",\"call_id\":\"c1\"}]}");
    ask(server, "{\"messages\":[{\"type\":\"tool_result\",\"tool_use_id\":\"c2\"}]}");

    assertThat(server.ledger())
        .extracting(entry -> entry.repeats().toolResultsAgain())
        .containsExactly(0, 1, 0);
  }

  @Test
  void forgetsOnRequest() throws Exception {
    ask(server, "{}");
    try (RawClient client = RawClient.connectedTo(server)) {
      assertThat(client.send("POST", "/_harness/reset", "").readReply())
          .endsWith("{\"reset\":true}");
    }
    assertThat(server.ledger()).isEmpty();
    ask(server, "{}");

    assertThat(server.ledger().getFirst().repeats().attempt()).isEqualTo(1);
  }

  private static void ask(FaultServer server, String body) throws Exception {
    int before = server.ledger().size();
    URI base = server.baseUrl(Scenarios.named("ok"), Framing.CHUNKED);
    try (RawClient client = RawClient.connectedTo(server)) {
      client.post(base, Dialect.OPENAI_CHAT, body).read(1);
      server.awaitRequests(before + 1, PATIENCE);
    }
  }

  private RawClient post(String scenario, String body, String... headers) throws IOException {
    URI base = server.baseUrl(Scenarios.named(scenario), Framing.CHUNKED);
    return RawClient.connectedTo(server).post(base, Dialect.OPENAI_CHAT, body, headers);
  }

  private static Script script(String scenario) {
    return Scenarios.named(scenario).script(Dialect.OPENAI_CHAT, Framing.CHUNKED);
  }

  private static Bytes bytes(String scenario) {
    return Http1Bytes.of(script(scenario), Framing.CHUNKED);
  }
}
