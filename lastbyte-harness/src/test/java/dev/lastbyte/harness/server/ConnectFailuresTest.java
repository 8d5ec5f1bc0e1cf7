// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.harness.AllScenarioCases;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.Scenarios;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way to the server fails as it was told to, and whoever gets through is served. */
@Tag("slow")
@Timeout(300)
class ConnectFailuresTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

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
  void theHostNameIsUnknown() {
    URI base = server.baseUrl(Scenarios.named("dns-nxdomain"), Framing.CHUNKED);

    assertThat(base.getHost()).endsWith(".invalid");
    assertThatThrownBy(
            () -> {
              try (Socket socket = new Socket(base.getHost(), 80)) {
                socket.setSoTimeout(1);
              }
            })
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void theSynStaysUnanswered() throws Exception {
    URI base = server.baseUrl(Scenarios.named("connect-blackhole"), Framing.CHUNKED);
    try (Socket socket = new Socket()) {
      var address = new InetSocketAddress(base.getHost(), base.getPort());

      assertThatThrownBy(() -> socket.connect(address, 300))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aProxyThatWorksIsPassed() throws Exception {
    Scenario scenario = Scenarios.named("proxy-connect-ok");
    HttpResponse<String> response = send(scenario);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).endsWith("data: [DONE]\n\n");
    assertThat(server.awaitRequests(1, PATIENCE).getFirst().asked().scenario())
        .isEqualTo(scenario.name());
  }

  @Test
  void aProxyForbids() {
    assertThatThrownBy(() -> send(Scenarios.named("proxy-connect-403")))
        .hasMessage("Tunnel failed, got: 403");
    assertThat(server.ledger()).isEmpty();
  }

  @Test
  void aProxyWantsCredentials() throws Exception {
    // the JDK hands the proxy's response on as if it were the provider's
    assertThat(send(Scenarios.named("proxy-connect-407")).statusCode()).isEqualTo(407);
    assertThat(server.ledger()).isEmpty();
  }

  @Test
  void aProxyClosesWithoutAResponse() {
    assertThatThrownBy(() -> send(Scenarios.named("proxy-connect-eof")))
        .isInstanceOf(IOException.class);
    assertThat(server.ledger()).isEmpty();
  }

  @Test
  void mostScenariosNeedNoProxy() {
    assertThat(server.proxy(Scenarios.named("text-fin"))).isNull();
  }

  @Test
  void theScenarioListNamesEveryAddress() throws Exception {
    try (RawClient client = RawClient.connectedTo(server)) {
      String reply = client.send("GET", "/_harness/scenarios", "").readReply();

      assertThat(reply)
          .contains("\"base_url\":\"https://127.0.0.1:")
          .contains("\"base_url\":\"ws://127.0.0.1:")
          .contains("\"base_url\":\"http://lastbyte-harness.invalid/")
          .contains("\"proxy\":\"http://127.0.0.1:");
    }
  }

  @Test
  void theAuthorityCanBeFetched() throws Exception {
    try (RawClient client = RawClient.connectedTo(server)) {
      String reply = client.send("GET", "/_harness/authority.pem", "").readReply();

      assertThat(reply).endsWith("\r\n\r\n" + server.authorityPem());
    }
  }

  private HttpResponse<String> send(Scenario scenario) throws Exception {
    URI uri = URI.create(server.baseUrl(scenario, Framing.TLS) + Dialect.OPENAI_CHAT.route());
    try (HttpClient client =
        HttpClient.newBuilder()
            .sslContext(server.trustingContext())
            .proxy(ProxySelector.of(proxy(server.proxy(scenario))))
            .connectTimeout(PATIENCE)
            .build()) {
      return client.send(
          HttpRequest.newBuilder(uri)
              .POST(HttpRequest.BodyPublishers.ofString(AllScenarioCases.CANONICAL_BODY))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static InetSocketAddress proxy(@Nullable InetSocketAddress address) {
    if (address == null) {
      throw new IllegalStateException("the scenario must have a proxy");
    }
    return address;
  }
}
