// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.harness.AllScenarioCases;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Endpoint;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inside TLS a client meets the same bytes and ends, and on the way there what it was promised. */
@Tag("slow")
@Timeout(300)
class TlsTest {
  /** One of text and one of bytes; what a dialect says is proven elsewhere. */
  private static final Set<Dialect> SOME = EnumSet.of(Dialect.OPENAI_RESPONSES, Dialect.BEDROCK);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String STREAM = AllScenarioCases.CANONICAL_BODY;

  private FaultServer server;
  private CountingSocket tcp = new CountingSocket();

  static List<AllScenarioCases> cases() {
    return AllScenarioCases.all().stream()
        .filter(each -> each.framing() == Framing.TLS)
        .filter(each -> each.scenario().endpoint() == Endpoint.SERVER)
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
  void theWireCarriesWhatTheScriptSays(AllScenarioCases each) throws Exception {
    try (SSLSocket client = connected(each.scenario())) {
      post(client, each.scenario(), each.dialect());
      byte[] read = client.getInputStream().readNBytes(each.bytes().size());

      assertThat(Bytes.of(read)).isEqualTo(each.bytes());
      assertEnd(client, each.script().endAction());
    }
    LedgerEntry entry = server.awaitRequests(1, PATIENCE).getFirst();
    assertThat(entry.asked().framing()).isEqualTo("tls");
    assertThat(entry.did().verb()).isEqualTo(each.script().endAction().token());
    assertThat(entry.did().bytesWritten()).isEqualTo(each.bytes().size());
  }

  @Test
  void theJdkClientBelievesTheAuthority() throws Exception {
    HttpResponse<String> response = send(Scenarios.named("ok"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    assertThat(response.body()).endsWith("data: [DONE]\n\n");
    assertThat(server.authorityPem()).startsWith("-----BEGIN CERTIFICATE-----\nMII");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls-untrusted", "tls-wrong-host"})
  void aWrongCertificate_isRejectedByTheClient(String name) {
    assertThatThrownBy(() -> send(Scenarios.named(name)))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining(name.equals("tls-untrusted") ? "path" : "127.0.0.1");
    assertThat(server.ledger()).isEmpty();
  }

  @Test
  void aClientThatTrustsAnyCertificate_isServed() throws Exception {
    Scenario scenario = Scenarios.named("tls-wrong-host");
    try (SSLSocket client = connected(scenario)) {
      post(client, scenario, Dialect.OPENAI_CHAT);

      assertThat(new String(client.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void anAlertIsReadAsOne() {
    assertThatThrownBy(() -> send(Scenarios.named("tls-handshake-alert")))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("handshake_failure");
  }

  @Test
  void aFinInTheHandshakeIsReadAsOne() {
    assertThatThrownBy(() -> send(Scenarios.named("tls-handshake-fin")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("terminated the handshake");
  }

  @Test
  void aStalledHandshakeSaysNothing() {
    URI base = server.baseUrl(Scenarios.named("tls-stall"), Framing.TLS);
    assertThatThrownBy(
            () -> {
              try (SSLSocket client = connected(base)) {
                client.setSoTimeout(200);
                client.startHandshake();
              }
            })
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void twoScenariosOfOneEndpoint_shareAPort() {
    URI ok = server.baseUrl(Scenarios.named("ok"), Framing.TLS);
    URI cut = server.baseUrl(Scenarios.named("text-fin"), Framing.TLS);

    assertThat(ok.getPort()).isEqualTo(cut.getPort()).isNotEqualTo(server.address().getPort());
    assertThat(ok.getPath()).isEqualTo("/ok.tls");
  }

  private HttpResponse<String> send(Scenario scenario) throws Exception {
    try (HttpClient client =
        HttpClient.newBuilder()
            .sslContext(server.trustingContext())
            .connectTimeout(PATIENCE)
            .build()) {
      URI uri = URI.create(server.baseUrl(scenario, Framing.TLS) + "/v1/chat/completions");
      return client.send(
          HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(STREAM)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private SSLSocket connected(Scenario scenario) throws IOException {
    SSLSocket client = connected(server.baseUrl(scenario, Framing.TLS));
    client.startHandshake();
    return client;
  }

  /** A client that believes the authority and does not look at names. */
  private SSLSocket connected(URI base) throws IOException {
    var factory = server.trustingContext().getSocketFactory();
    tcp = new CountingSocket();
    tcp.connect(new InetSocketAddress(base.getHost(), base.getPort()), 10_000);
    var client = (SSLSocket) factory.createSocket(tcp, base.getHost(), base.getPort(), true);
    client.setSoTimeout(60_000);
    SSLParameters parameters = client.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm(null);
    client.setSSLParameters(parameters);
    return client;
  }

  private void post(SSLSocket client, Scenario scenario, Dialect dialect) throws IOException {
    String path = server.baseUrl(scenario, Framing.TLS).getPath() + dialect.route();
    String request =
        "POST %s HTTP/1.1\r\nhost: harness\r\ncontent-length: %d\r\n\r\n%s"
            .formatted(path, STREAM.length(), STREAM);
    client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  private void assertEnd(SSLSocket client, EndAction endAction) throws IOException {
    switch (endAction) {
      case EndAction.Fin unused -> assertThat(noticeBytes(client)).isPositive();
      case EndAction.HalfClose unused -> assertThat(noticeBytes(client)).isPositive();
      case EndAction.Rst unused -> assertBreaks(client, SocketException.class);
      case EndAction.TlsCloseWithoutNotify unused -> assertThat(noticeBytes(client)).isZero();
      case EndAction.EndOfMessage unused -> assertStaysOpen(client);
      case EndAction.Stall unused -> assertStaysOpen(client);
      case EndAction.Heartbeats unused -> assertThat(client.getInputStream().read()).isPositive();
      default -> throw new IllegalStateException("not met here: " + endAction.token());
    }
  }

  /** How many bytes came between the last content and the FIN; the JDK does not tell otherwise. */
  private long noticeBytes(SSLSocket client) throws IOException {
    long before = tcp.bytesRead();
    assertThat(client.getInputStream().read()).isEqualTo(-1);
    return tcp.bytesRead() - before;
  }

  private static void assertBreaks(SSLSocket client, Class<? extends Exception> how) {
    assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(how);
  }

  private static void assertStaysOpen(SSLSocket client) throws IOException {
    client.setSoTimeout(50);
    assertBreaks(client, SocketTimeoutException.class);
  }
}
