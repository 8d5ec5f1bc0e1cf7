// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Vantage;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.HttpsURLConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What the extension does for a test, seen from outside of it. */
@Isolated // a port that was closed may be another test's the moment after
@Timeout(300)
class LlmServerExtensionTest {
  private static final AtomicReference<URI> SEEN = new AtomicReference<>();

  @Test
  void aServerRunsFromBeforeEachToAfterEach_andIsThenClosed() {
    assertAllSucceed(BeforeAndAfter.class, 1);

    assertThatThrownBy(() -> new Socket(SEEN.get().getHost(), SEEN.get().getPort()).close())
        .isInstanceOf(IOException.class);
  }

  static class BeforeAndAfter {
    @BeforeEach
    void before(@BaseUrl URI baseUrl) {
      SEEN.set(baseUrl);
    }

    @AfterEach
    void after(LlmServer server) throws InterruptedException {
      assertThat(server.awaitRequests(1).getFirst().did().verb()).isEqualTo("end_of_message");
    }

    @Test
    @LlmFault("ok")
    void test(@BaseUrl URI baseUrl, LlmServer server) throws IOException {
      assertThat(baseUrl).isEqualTo(SEEN.get()).isEqualTo(server.baseUrl()).hasPath("/ok");
      assertThat(read(server)).endsWith("data: [DONE]\n\n");
    }
  }

  @Test
  void everyTestHasALedgerOfItsOwn() {
    assertAllSucceed(TwoTests.class, 2);
  }

  static class TwoTests {
    @Test
    @LlmFault("ok")
    void one(LlmServer server) throws Exception {
      read(server);
      assertThat(server.awaitRequests(1)).hasSize(1);
    }

    @Test
    @LlmFault("ok")
    void another(LlmServer server) throws Exception {
      read(server);
      assertThat(server.awaitRequests(1)).hasSize(1);
    }
  }

  @Test
  void aFailureCarriesTheLedger() {
    Throwable failure = onlyFailure(Failing.class);

    assertThat(failure).hasMessage("the user's own");
    assertThat(failure.getSuppressed()).hasSize(1);
    assertThat(failure.getSuppressed()[0])
        .hasMessageStartingWith("ok anthropic-messages length: 1 exchanges had ended\n  {")
        .hasMessageContaining("\"verb\":\"end_of_message\"");
  }

  static class Failing {
    @Test
    @LlmFault(value = "ok", dialect = Dialect.ANTHROPIC_MESSAGES, framing = Framing.LENGTH)
    void test(LlmServer server) throws Exception {
      read(server);
      server.awaitRequests(1);
      throw new IOException("the user's own");
    }
  }

  @Test
  void theTestRunsOncePerScenarioDialectAndFraming() {
    EngineExecutionResults results = run(ManyFaults.class);

    results.testEvents().assertStatistics(stats -> stats.succeeded(8));
    assertThat(results.testEvents().finished().map(Event::getTestDescriptor))
        .extracting("displayName")
        .containsExactly(
            "ok openai-chat length",
            "ok openai-chat tls",
            "ok ollama length",
            "ok ollama tls",
            "text-eof openai-chat length",
            "text-eof openai-chat tls",
            "text-eof ollama length",
            "text-eof ollama tls");
  }

  static class ManyFaults {
    @LlmFaultTest(
        value = {"ok", "text-eof"},
        dialects = {Dialect.OPENAI_CHAT, Dialect.OLLAMA},
        framings = {Framing.LENGTH, Framing.TLS})
    void test(LlmServer server) throws Exception {
      assertThat(read(server)).isNotEmpty();
    }
  }

  @Test
  void withoutFramings_everyFramingOfTheScenarioIsRun() {
    EngineExecutionResults results = run(EveryFraming.class);

    assertThat(results.testEvents().succeeded().map(Event::getTestDescriptor))
        .extracting("displayName")
        .containsExactly(
            "text-fin openai-chat chunked",
            "text-fin openai-chat length",
            "text-fin openai-chat close-delimited",
            "text-fin openai-chat tls",
            "text-fin openai-chat h2");
  }

  static class EveryFraming {
    @LlmFaultTest("text-fin")
    void test(LlmServer server) {
      assertThat(server.key().closedBy()).isEqualTo("provider");
      assertThat(server.key(Vantage.CLIENT).cause()).startsWith("stream.");
      assertThat(server.url()).hasPath(server.baseUrl().getPath() + "/v1/chat/completions");
    }
  }

  @Test
  void aGateHoldsTheEndBack() {
    assertAllSucceed(Gated.class, 1);
  }

  static class Gated {
    @Test
    @LlmFault(value = "ok", gated = true)
    void test(LlmServer server) throws Exception {
      try (var body = open(server).getInputStream()) {
        assertThat(body.read()).isPositive();
        assertThat(server.ledger()).isEmpty();

        server.release();

        assertThat(body.readAllBytes()).isNotEmpty();
      }
      assertThat(server.awaitRequests(1).getFirst().did().gate()).isEqualTo("released");
    }
  }

  @Test
  void releasingAnUngatedServer_isRefused() {
    assertThat(onlyFailure(NotGated.class))
        .hasMessage("a test that releases must say gated = true");
  }

  static class NotGated {
    @Test
    @LlmFault("ok")
    void test(LlmServer server) {
      server.release();
    }
  }

  @Test
  void anUnknownScenario_namesTheNearest() {
    assertThat(onlyFailure(Misspelt.class))
        .hasMessageStartingWith("unknown scenario text-rts; the nearest are text-rst");
  }

  static class Misspelt {
    @Test
    @LlmFault("text-rts")
    void test() {}
  }

  @Test
  void aFramingMustBeOneThatTheScenarioHas() {
    assertThat(onlyFailure(WrongFraming.class))
        .hasMessageEndingWith(
            "of [H2], as h2-rst-cancel has them, but were OPENAI_CHAT and CHUNKED");
  }

  static class WrongFraming {
    @Test
    @LlmFault("h2-rst-cancel")
    void test() {}
  }

  @Test
  void aScenarioWithoutAMatchingFraming_fails() {
    EngineExecutionResults results = run(NoMatchingFraming.class);

    assertThat(results.allEvents().failed().list()).hasSize(1);
    assertThat(failureOf(results.allEvents().failed().list().getFirst()))
        .hasMessageStartingWith("h2-rst-cancel must be met at least once");
  }

  static class NoMatchingFraming {
    @LlmFaultTest(value = "h2-rst-cancel", framings = Framing.LENGTH)
    void test() {
      Assertions.fail("there is no such thing");
    }
  }

  @Test
  void aUriParameterWithoutBaseUrl_isNotResolved() {
    assertThat(onlyFailure(UnannotatedUri.class))
        .hasMessageContaining("No ParameterResolver registered");
  }

  static class UnannotatedUri {
    @Test
    @LlmFault("ok")
    void test(URI uri) {
      Assertions.fail("nobody gave " + uri);
    }
  }

  @Test
  void aConstructorParameter_isNotResolved() {
    EngineExecutionResults results = run(ConstructorParameter.class);

    assertThat(failureOf(results.allEvents().failed().list().getFirst()))
        .hasMessageContaining("a server must be asked for by a test");
  }

  @ExtendWith(LlmServerExtension.class)
  static class ConstructorParameter {
    ConstructorParameter(LlmServer server) {
      Assertions.fail("nobody started " + server);
    }

    @Test
    void test() {}
  }

  private static void assertAllSucceed(Class<?> tests, int count) {
    run(tests).testEvents().assertStatistics(stats -> stats.started(count).succeeded(count));
  }

  private static Throwable onlyFailure(Class<?> tests) {
    List<Event> failed = run(tests).testEvents().failed().list();
    assertThat(failed).hasSize(1);
    return failureOf(failed.getFirst());
  }

  private static Throwable failureOf(Event failed) {
    return failed.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
  }

  private static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
  }

  private static String read(LlmServer server) throws IOException {
    try (var body = open(server).getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static HttpURLConnection open(LlmServer server) throws IOException {
    var connection = (HttpURLConnection) server.url().toURL().openConnection();
    if (connection instanceof HttpsURLConnection https) {
      https.setSSLSocketFactory(server.sslContext().getSocketFactory());
    }
    connection.setDoOutput(true);
    connection.setReadTimeout(10_000);
    connection.getOutputStream().write("{\"stream\":true}".getBytes(StandardCharsets.UTF_8));
    return connection;
  }
}
