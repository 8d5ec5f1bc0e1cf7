// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.AllScenarioCases;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.JsonText;
import dev.lastbyte.harness.provider.ProviderDialects;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.script.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests find their scenario, connections carry many of them, and bad HTTP does no harm. */
@Tag("slow")
@Timeout(300)
class ConnectionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String STREAM = "{\"stream\":true}";

  private FaultServer server;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @BeforeEach
  void start() throws IOException {
    server = FaultServer.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void aReusedConnectionDies_andAFreshOneNever() throws Exception {
    Bytes ok = bytes("ok", Dialect.OPENAI_RESPONSES, Framing.CHUNKED);
    for (int i = 0; i < 3; i++) {
      try (RawClient client = RawClient.connectedTo(server)) {
        client.send("POST", "/reused-dies-rst/v1/responses", STREAM);
        assertThat(client.read(ok)).isEqualTo(ok);

        client.send("POST", "/reused-dies-rst/v1/responses", STREAM);
        assertThat(client.readEnd()).isEqualTo(RawClient.End.RST);
        server.awaitRequests(2 * i + 2, PATIENCE);
      }
    }

    assertThat(server.awaitRequests(6, PATIENCE))
        .extracting(entry -> entry.asked().reused())
        .containsExactly(false, true, false, true, false, true);
  }

  @Test
  void theHeaderNamesTheScenario_whereThePathDoesNot() throws Exception {
    Bytes cut = bytes("text-fin", Dialect.OPENAI_CHAT, Framing.CLOSE_DELIMITED);
    try (RawClient client = RawClient.connectedTo(server)) {
      client.send(
          "POST", "/v1/chat/completions", STREAM, "x-lastbyte-scenario: text-fin.close-delimited");

      assertThat(client.readAll()).isEqualTo(cut.text());
    }
  }

  @Test
  void aSecondAttempt_getsAResponse() throws Exception {
    Bytes ok = bytes("ok", Dialect.OPENAI_CHAT, Framing.CHUNKED);
    try (RawClient client = RawClient.connectedTo(server)) {
      client.send("POST", "/429-then-ok.length/v1/chat/completions", STREAM);
      assertThat(client.readReply()).startsWith("HTTP/1.1 429 ");
      client.send("POST", "/429-then-ok/v1/chat/completions", " " + STREAM);
      assertThat(client.read(ok)).isEqualTo(ok);
    }
  }

  @Test
  void everyDialectIsFoundByItsRoute_whateverTheModel() throws Exception {
    for (String path :
        new String[] {
          "/api/v1/chat/completions",
          "/ok/openai/deployments/mine/chat/completions?api-version=2026-01-01",
          "/ok/v1beta/models/mine:streamGenerateContent?alt=sse",
          "/model/mine/converse-stream",
          "/api/chat"
        }) {
      try (RawClient client = RawClient.connectedTo(server)) {
        client.send("POST", path, "{}", "connection: close");
        assertThat(client.readAll()).startsWith("HTTP/1.1 200 OK").endsWith("0\r\n\r\n");
      }
    }
    assertThat(server.awaitRequests(5, PATIENCE))
        .extracting(entry -> entry.asked().dialect())
        .containsExactly("openrouter", "azure-chat", "gemini", "bedrock", "ollama");
  }

  @Test
  void withoutAScenario_theResponseIsHealthy() throws Exception {
    Bytes ok = bytes("ok", Dialect.ANTHROPIC_MESSAGES, Framing.CHUNKED);
    try (RawClient client = RawClient.connectedTo(server)) {
      client.send("POST", "/v1/messages?beta=true", STREAM);

      assertThat(client.read(ok)).isEqualTo(ok);
    }
  }

  @Test
  void withoutStreaming_theResponseIsOneBody() throws Exception {
    try (RawClient client = RawClient.connectedTo(server)) {
      client.send("POST", "/text-fin.close-delimited/v1/messages", "{\"stream\":false}");

      assertThat(client.readAll())
          .contains("content-type: application/json")
          .endsWith("\r\n\r\n" + ProviderDialects.of(Dialect.ANTHROPIC_MESSAGES).wholeResponse());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/text-fni/v1/messages",
        "/text-fin.h2/v1/messages",
        "/before-headers-fin.close-delimited/v1/messages",
        "/connection-refused/v1/messages"
      })
  void anUnknownScenarioIsNamed_withWhereToFindTheOthers(String path) throws Exception {
    try (RawClient client = RawClient.connectedTo(server)) {
      String reply = client.send("POST", path, STREAM).readReply();

      assertThat(reply).startsWith("HTTP/1.1 404 ").contains("GET /_harness/scenarios lists them");
      assertThat(JsonText.isWellFormed(reply.substring(reply.indexOf('{')))).isTrue();
    }
    assertThat(server.ledger()).isEmpty();
  }

  @Test
  void listsEveryCaseWithItsKeys() throws Exception {
    try (RawClient client = RawClient.connectedTo(server)) {
      String reply = client.send("GET", "/_harness/scenarios", "").readReply();
      String body = reply.substring(reply.indexOf("\r\n\r\n") + 4);

      assertThat(body.lines()).hasSize(AllScenarioCases.all().size());
      assertThat(body.lines()).allMatch(JsonText::isWellFormed);
      assertThat(body.lines()).allMatch(line -> line.contains("\"gateway+agent\":{\"cause\":"));
    }
  }

  @Test
  void takesChunkedBodies_andSaysContinueWhereAsked() throws Exception {
    try (RawClient client = RawClient.connectedTo(server)) {
      client.raw(
          "POST /text-fin/v1/messages HTTP/1.1\r\n"
              + "transfer-encoding: chunked\r\nexpect: 100-continue\r\n\r\n");
      assertThat(client.read(25).text()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      client.raw("5;note=1\r\n{\"str\r\na\r\neam\":true}\r\n0\r\ntrailer: 1\r\n\r\n");

      assertThat(client.readAll()).contains("text/event-stream");
    }
    assertThat(server.awaitRequests(1, PATIENCE).getFirst().asked().bodyBytes()).isEqualTo(15);
  }

  @Test
  void closesWhereTheClientAsksForIt() throws Exception {
    try (RawClient client = RawClient.connectedTo(server)) {
      client.send("POST", "/ok/v1/messages", STREAM, "Connection: close");

      assertThat(client.readAll()).endsWith("0\r\n\r\n");
    }
  }

  @Test
  void headHasNoBody() throws Exception {
    try (RawClient client = RawClient.connectedTo(server)) {
      client.send("HEAD", "/", "", "connection: close");

      assertThat(client.readAll()).startsWith("HTTP/1.1 404 ").endsWith("\r\n\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / HTTP/2.0\r\n\r\n",
        "GET nowhere HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\na: 1\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nname : space\r\n\r\n",
        "POST /v1/messages HTTP/1.1\r\ncontent-length: ten\r\n\r\n",
        "POST /v1/messages HTTP/1.1\r\ncontent-length: 67108865\r\n\r\n",
        "POST /v1/messages HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n",
        "POST /v1/messages HTTP/1.1\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n",
        "POST /v1/messages HTTP/1.1\r\ntransfer-encoding: gzip\r\n\r\n",
        "POST /v1/messages HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nz\r\n",
        "POST /v1/messages HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n1\r\nab\r\n",
        "POST /v1/messages HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n1\nab\r\n",
        "POST /v1/messages HTTP/1.1\r\ncontent-length: 9\r\n\r\ncut",
        "POST /v1/mess"
      })
  void badHttpIsRefused(String request) throws Exception {
    try (RawClient client = RawClient.connectedTo(server)) {
      client.raw(request).halfClose();

      assertThat(client.readAll()).startsWith("HTTP/1.1 400 ").contains("connection: close");
    }
    assertStillServes();
  }

  @Test
  void aHeadWithoutEndIsRefused_atItsLimit() throws Exception {
    try (RawClient client = RawClient.connectedTo(server)) {
      client.raw("GET / HTTP/1.1\r\na: " + "b".repeat(64 * 1024));

      assertThat(client.read(12).text()).isEqualTo("HTTP/1.1 400");
    }
    assertStillServes();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noiseIsRefused(long seed) throws Exception {
    byte[] noise = new byte[2000];
    new Random(seed).nextBytes(noise);
    try (RawClient client = RawClient.connectedTo(server)) {
      client.raw(new String(noise, StandardCharsets.ISO_8859_1) + "\r\n\r\n").halfClose();

      assertThat(client.readAll()).startsWith("HTTP/1.1 400 ");
    }
    assertStillServes();
  }

  private void assertStillServes() throws IOException {
    try (RawClient client = RawClient.connectedTo(server)) {
      assertThat(client.send("GET", "/_harness/ledger", "").readReply()).startsWith("HTTP/1.1 200");
    }
  }

  private static Bytes bytes(String scenario, Dialect dialect, Framing framing) {
    return new AllScenarioCases(Scenarios.named(scenario), dialect, framing).bytes();
  }
}
