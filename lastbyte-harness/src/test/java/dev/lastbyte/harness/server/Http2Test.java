// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.harness.AllScenarioCases;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.http2.FrameClient;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts are played in frames, for clients that know of HTTP/2 beforehand and by ALPN. */
@Tag("slow")
@Timeout(300)
class Http2Test {
  /** One of text and one of bytes; what a dialect says is proven elsewhere. */
  private static final Set<Dialect> SOME = EnumSet.of(Dialect.OPENAI_RESPONSES, Dialect.BEDROCK);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private FaultServer server;

  static List<AllScenarioCases> cases() {
    return AllScenarioCases.all().stream()
        .filter(each -> each.framing() == Framing.H2)
        .filter(each -> SOME.contains(each.dialect()))
        .toList();
  }

  @BeforeEach
  void start() throws IOException {
    server = FaultServer.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theFramesAreWhatTheScriptSays(AllScenarioCases each) throws Exception {
    List<String> expected = expected(each.script());
    try (FrameClient client = FrameClient.connectedTo(server.address())) {
      client.post(1, path(each.scenario(), each.dialect()), AllScenarioCases.CANONICAL_BODY);
      if (each.script().endAction() instanceof EndAction.Rst) {
        assertThatThrownBy(client::readAll).hasMessageStartingWith("Connection reset");
      } else if (each.script().endAction() instanceof EndAction.Lasting) {
        assertThat(client.read(expected.size())).isEqualTo(expected);
      } else {
        assertThat(client.readAll()).isEqualTo(expected);
      }
    }
    LedgerEntry entry = server.awaitRequests(1, PATIENCE).getFirst();
    assertThat(entry.asked().framing()).isEqualTo("h2");
    assertThat(entry.asked().streaming()).isTrue();
    assertThat(entry.did().verb()).isEqualTo(each.script().endAction().token());
    assertThat(entry.did().eventsWritten()).isEqualTo(each.script().eventCount());
  }

  @Test
  void theJdkClientSpeaksItInsideTls() throws Exception {
    Scenario ok = Scenarios.named("ok");
    try (HttpClient client = jdkClient()) {
      for (Dialect dialect : ok.dialects()) {
        HttpResponse<byte[]> response = client.send(post(ok, dialect), bytes());

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.body()).isEqualTo(ok.script(dialect, Framing.H2).content().toArray());
      }
    }
    assertThat(server.awaitRequests(ok.dialects().size(), PATIENCE))
        .allMatch(entry -> entry.asked().connection() == 1);
  }

  @ParameterizedTest
  @CsvSource({
    "h2-rst-cancel,               RST_STREAM",
    "h2-rst-internal-error,       RST_STREAM",
    "h2-goaway-no-error,          EOF",
    "h2-goaway-enhance-your-calm, EOF",
    "text-fin,                    EOF",
    "text-rst,                    reset",
    // that the request was not processed, or that the connection ended: whatever it sees first
    "h2-goaway-not-taken,         IOException"
  })
  void theJdkClientSeesTheCut(String name, String part) throws Exception {
    try (HttpClient client = jdkClient()) {
      assertThatThrownBy(
              () -> client.send(post(Scenarios.named(name), Dialect.OPENAI_CHAT), bytes()))
          .isInstanceOf(IOException.class)
          .hasStackTraceContaining(part);
    }
  }

  @Test
  void streamsOfOneConnectionHaveScriptsOfTheirOwn() throws Exception {
    try (HttpClient client = jdkClient()) {
      // with its head here the stream is open, whatever comes after
      HttpResponse<InputStream> stalled =
          client
              .sendAsync(
                  post(Scenarios.named("stall"), Dialect.OPENAI_CHAT),
                  HttpResponse.BodyHandlers.ofInputStream())
              .get(10, TimeUnit.SECONDS);
      HttpResponse<byte[]> ok =
          client
              .sendAsync(post(Scenarios.named("ok"), Dialect.OPENAI_CHAT), bytes())
              .get(10, TimeUnit.SECONDS);

      assertThat(ok.statusCode()).isEqualTo(200);
      stalled.body().close();
    }
    LedgerEntry stall = server.awaitRequests(2, PATIENCE).getLast();
    assertThat(stall.asked().scenario()).isEqualTo("stall");
    assertThat(stall.did().clientLeft()).isNotEqualTo("no");
  }

  @Test
  void anUpgradeFromHttp11IsServedByHttp11() throws Exception {
    Scenario scenario = Scenarios.named("h2c-upgrade-to-h1-server");
    URI base = server.baseUrl(scenario, Framing.CHUNKED);
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpResponse<byte[]> response =
          client.send(post(URI.create(base + Dialect.OPENAI_CHAT.route())), bytes());

      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(response.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theServersOwnRoutesAreThereToo() throws Exception {
    try (FrameClient client = FrameClient.connectedTo(server.address())) {
      List<String> reply = client.post(1, "/_harness/nothing", "").readAll();

      assertThat(reply.getFirst()).isEqualTo("1 404");
    }
  }

  @Test
  void aFramingOfHttp11IsRefused() throws Exception {
    try (FrameClient client = FrameClient.connectedTo(server.address())) {
      List<String> reply = client.post(1, "/ok.length/v1/messages", "").readAll();

      assertThat(reply.getFirst()).isEqualTo("1 404");
      assertThat(reply.get(1)).contains("the framing must be one of HTTP/2, but was length");
    }
  }

  private List<String> expected(Script script) {
    var lines = new ArrayList<String>();
    for (Step step : script.steps()) {
      switch (step) {
        case Step.Head head -> lines.add("1 " + head.status());
        case Step.Content content -> lines.add("1 " + content.payload().text());
        default -> {}
      }
    }
    switch (script.endAction()) {
      case EndAction.EndOfMessage unused -> lines.add("1 end");
      case EndAction.ResetStream reset -> lines.add("1 reset " + reset.code());
      case EndAction.GoAway away -> {
        lines.add("goaway last " + away.lastStream() + " code " + away.code());
        lines.add("fin");
      }
      case EndAction.Fin unused -> lines.add("fin");
      case EndAction.HalfClose unused -> lines.add("fin");
      case EndAction.TlsCloseWithoutNotify unused -> lines.add("fin");
      case EndAction.Heartbeats beats -> {
        String beat = beats.payload().isEmpty() ? "ping" : "1 " + beats.payload().text();
        lines.addAll(List.of(beat, beat));
      }
      default -> {}
    }
    return lines;
  }

  private HttpClient jdkClient() {
    return HttpClient.newBuilder()
        .sslContext(server.trustingContext())
        .connectTimeout(PATIENCE)
        .build();
  }

  private String path(Scenario scenario, Dialect dialect) {
    return "/" + scenario.segment(Framing.H2) + dialect.route();
  }

  private HttpRequest post(Scenario scenario, Dialect dialect) {
    return post(URI.create(server.baseUrl(scenario, Framing.H2) + dialect.route()));
  }

  private static HttpRequest post(URI uri) {
    return HttpRequest.newBuilder(uri)
        .POST(HttpRequest.BodyPublishers.ofString(AllScenarioCases.CANONICAL_BODY))
        .build();
  }

  private static HttpResponse.BodyHandler<byte[]> bytes() {
    return HttpResponse.BodyHandlers.ofByteArray();
  }
}
