// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.gateway.security.ListenerTls;
import dev.lastbyte.gateway.security.UpstreamTls;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.server.FaultServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which clients are let in, and how: TLS with both versions of HTTP, the token, and the hosts. */
@Tag("slow")
@Timeout(300)
class ListenerTest {

  private static final String TOKEN = "a-token-of-this-test";
  private static final String HEALTH = "GET /_lastbyte/health HTTP/1.1\r\n";

  @TempDir private static Path keys;
  private static TestCertificates certificates;

  @TempDir private Path dir;

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = TestCertificates.in(keys);
  }

  private static GatewayOptions.Builder overTls(GatewayOptions.Builder options) {
    return options.tls(certificates.pem(), certificates.key());
  }

  private TestBed bed(URI upstream, UnaryOperator<GatewayOptions.Builder> options)
      throws IOException {
    return TestBed.with(dir, upstream, options);
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void jdkClient_isServedOverTls_inItsHttpVersion(HttpClient.Version version) throws Exception {
    try (var server = FaultServer.start();
        var bed =
            bed(
                server.baseUrl(Scenarios.named("ok"), dev.lastbyte.harness.Framing.CHUNKED),
                ListenerTest::overTls);
        var client = HttpClient.newBuilder().version(version).sslContext(trusting()).build()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create(
                      "https://127.0.0.1:" + bed.port() + "/up" + Dialect.OPENAI_CHAT.route()))
              .timeout(Duration.ofSeconds(20))
              .POST(HttpRequest.BodyPublishers.ofString("{\"stream\":true}"))
              .build();

      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());

      assertThat(response.version()).isEqualTo(version);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).contains("data: [DONE]");
      assertThat(TestBed.only(bed.nextRun(), ResponseStarted.class).framing())
          .isEqualTo(Framing.CHUNKED);
    }
  }

  private static SSLContext trusting() throws Exception {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates.trusted());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void missingToken_is407_andAValidTokenIsNotForwarded() throws Exception {
    RawProvider.Script script =
        peer -> {
          assertThat(peer.readHead()).doesNotContain(TOKEN, "authorization", "x-lastbyte");
          peer.send("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        };
    String basic = Base64.getEncoder().encodeToString(("me:" + TOKEN).getBytes());
    try (var provider = RawProvider.playing(script, script);
        var bed = bed(TestBed.local(provider.port()), options -> options.accessToken(TOKEN))) {
      assertThat(head(bed, "GET /up HTTP/1.1\r\nHost: h\r\n"))
          .startsWith("HTTP/1.1 407")
          .contains("proxy-authenticate: Basic");
      assertThat(head(bed, "GET /up HTTP/1.1\r\nHost: h\r\nx-lastbyte-token: another\r\n"))
          .startsWith("HTTP/1.1 407");
      assertThat(head(bed, HEALTH + "Host: localhost\r\n")).startsWith("HTTP/1.1 407");
      assertThat(head(bed, "GET /up HTTP/1.1\r\nHost: h\r\nX-Lastbyte-Token: " + TOKEN + "\r\n"))
          .startsWith("HTTP/1.1 204");
      assertThat(
              head(
                  bed,
                  "GET /up HTTP/1.1\r\nHost: h\r\nProxy-Authorization: basic " + basic + "\r\n"))
          .startsWith("HTTP/1.1 204");
      provider.await();
    }
  }

  @Test
  void adminEndpoint_isServedForAllowedHostsOnly() throws Exception {
    try (var provider = RawProvider.playing();
        var bed =
            bed(
                TestBed.local(provider.port()),
                options -> options.allowedHosts(Set.of("Gate.Example")))) {
      for (String own : new String[] {"localhost:7077", "127.0.0.1", "[::1]:9", "gate.example"}) {
        assertThat(head(bed, HEALTH + "Host: " + own + "\r\n")).startsWith("HTTP/1.1 200");
      }
      assertThat(head(bed, HEALTH + "Host: evil.example\r\n")).startsWith("HTTP/1.1 403");
      assertThat(head(bed, "GET / HTTP/1.1\r\nHost: evil.example\r\n")).startsWith("HTTP/1.1 403");
      assertThat(head(bed, HEALTH + "Host: localhost:1\r\nOrigin: http://localhost:1\r\n"))
          .startsWith("HTTP/1.1 200");
      assertThat(head(bed, HEALTH + "Host: localhost:1\r\nOrigin: http://localhost:2\r\n"))
          .startsWith("HTTP/1.1 403");
      assertThat(head(bed, HEALTH + "Host: localhost\r\nOrigin: null\r\n"))
          .startsWith("HTTP/1.1 403");
    }
  }

  private static String head(TestBed bed, String request) throws IOException {
    try (var client = bed.client()) {
      return client.send(request + "Connection: close\r\n\r\n").readHead();
    }
  }

  @Test
  void unreadableCertificate_isRejectedAtStart() throws Exception {
    Path empty = Files.writeString(dir.resolve("empty.pem"), "nothing");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ListenerTls.of(empty, empty, UpstreamTls.HTTP2_OR_HTTP1))
        .withMessageContaining("PKCS#8")
        .withMessageContaining("empty.pem");
  }
}
