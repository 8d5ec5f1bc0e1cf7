// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailed;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailure;
import dev.lastbyte.core.facts.Closing;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers behind a proxy, and proxies that let no client through. */
@Tag("slow")
@Timeout(300)
class ProxyTest {

  private static final URI PLAIN = URI.create("http://api.invalid");
  private static final URI SECURE = URI.create("https://api.invalid");
  private static final String REQUEST =
      "POST /up/v1/messages HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}";
  private static final String OPEN = "HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @TempDir private Path dir;

  private TestBed behind(RawProvider proxy, URI upstream, String login) throws Exception {
    return behind("http://" + login + "127.0.0.1:" + proxy.port(), upstream);
  }

  private TestBed behind(String proxy, URI upstream) throws Exception {
    return TestBed.with(
        dir, upstream, options -> options.proxies(ProxyRules.forAll(HttpProxy.parse(proxy))));
  }

  @Test
  void connectionThroughAProxy_isReused() throws Exception {
    var asked = new CompletableFuture<String>();
    RawProvider.Script proxyAndProvider =
        peer -> {
          asked.complete(peer.readHead());
          peer.send(OPEN);
          for (int i = 0; i < 2; i++) {
            assertThat(peer.readMessage())
                .startsWith("POST /v1/messages HTTP/1.1\r\nHost: api.inv");
            peer.send(OK);
          }
        };
    try (var proxy = RawProvider.playing(proxyAndProvider);
        var bed = behind(proxy, PLAIN, "");
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readMessage()).isEqualTo(OK);

      assertThat(asked.join())
          .isEqualTo("CONNECT api.invalid:80 HTTP/1.1\r\nHost: api.invalid:80\r\n\r\n");
      assertThat(TestBed.eventNames(bed.nextRun()))
          .containsSubsequence("DialStarted", "Connected", "ProxyStarted", "RequestBegan")
          .doesNotContain("LookupStarted", "ProxyFailed");
      assertThat(client.send(REQUEST).readMessage()).isEqualTo(OK);
      assertThat(TestBed.eventNames(bed.nextRun())).contains("ConnectionReused");
      proxy.await();
    }
  }

  @Test
  void tls_isEndToEndThroughTheProxy() throws Exception {
    TestCertificates certificates = TestCertificates.in(dir);
    RawProvider.Script proxyAndProvider =
        bare -> {
          assertThat(bare.readHead()).startsWith("CONNECT api.invalid:443 HTTP/1.1\r\n");
          bare.send(OPEN);
          var factory = certificates.server().getSocketFactory();
          var tls = (SSLSocket) factory.createSocket(bare.socket(), null, 0, false);
          tls.setUseClientMode(false);
          var secure = new Peer(tls);
          secure.readMessage();
          secure.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
          bare.fin().readToEnd();
        };
    try (var proxy = RawProvider.playing(proxyAndProvider);
        var bed =
            TestBed.with(
                dir,
                SECURE,
                options ->
                    options
                        .trustedCertificates(certificates.pem())
                        .proxies(ProxyRules.forAll(HttpProxy.parse("127.0.0.1:" + proxy.port()))));
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readToEnd().text()).endsWith("half");
      RunLog run = bed.nextRun();
      assertThat(TestBed.eventNames(run))
          .containsSubsequence("Connected", "ProxyStarted", "TlsStarted", "TlsDone");
      assertThat(TestBed.only(run, PeerClosed.class).mark()).isEqualTo(CloseMark.TLS_TRUNCATED);
    }
  }

  @Test
  void proxyCredentials_goToTheProxyOnly() throws Exception {
    var asked = new CompletableFuture<String>();
    RawProvider.Script proxyAndProvider =
        peer -> {
          asked.complete(peer.readHead());
          peer.send(OPEN);
          assertThat(peer.readMessage()).doesNotContain("Basic");
          peer.send(OK);
        };
    try (var proxy = RawProvider.playing(proxyAndProvider);
        var bed = behind(proxy, PLAIN, "me:s%40fe+1@");
        var client = bed.client()) {

      client.send(REQUEST).readMessage();

      // "me:s@fe+1" in base 64
      assertThat(asked.join()).contains("\r\nProxy-Authorization: Basic bWU6c0BmZSsx\r\n");
      assertThat(bed.nextRun().toString()).doesNotContain("s@fe", "bWU6c0BmZSsx");
      proxy.await();
    }
    assertThat(HttpProxy.parse("http://me:secret@p:1").toString()).isEqualTo("p:1");
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTP/1.1 407 Auth\r\nProxy-Authenticate: Basic\r\nContent-Length: 3\r\n\r\nno!', AUTH",
    "'HTTP/1.1 403 Forbidden\r\n\r\n', FORBIDDEN",
    "'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n', FORBIDDEN",
    "'HTTP/1.1 429 Slow Down\r\nContent-Length: 0\r\n\r\n', REFUSED",
    "'HTTP/1.0 502 Bad Gateway\r\nContent-Type: text/html\r\n\r\n<html>', REFUSED",
    "'HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n', REFUSED",
    "'SSH-2.0-OpenSSH\r\n\r\n', REFUSED",
    "'HTTP/1.1 200 O', CLOSED",
    "'', CLOSED"
  })
  void proxyRefusal_isAProxyFailure(String response, ProxyFailure reason) throws Exception {
    try (var proxy =
            RawProvider.playing(peer -> {
              peer.readHead();
              peer.send(response);
            });
        var bed = behind(proxy, SECURE, "");
        var client = bed.client()) {

      String code = reason == ProxyFailure.AUTH ? "net.proxy_auth" : "net.proxy_connect";
      assertThat(client.send(REQUEST).readMessage()).startsWith("HTTP/1.1 502").contains(code);

      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, ProxyFailed.class).why()).isEqualTo(reason);
      assertThat(TestBed.eventNames(run)).doesNotContain("TlsStarted", "RequestBegan");
      Diagnosis diagnosis = Diagnoser.diagnose(RunFacts.of(run));
      assertThat(diagnosis.cause().code()).isEqualTo(code);
      assertThat(diagnosis.origin()).isEqualTo(Origin.LOCAL_PROXY);
    }
  }

  @Test
  void proxyRefusalWithClose_recordsThePeerClose() throws Exception {
    try (var proxy =
            RawProvider.playing(peer -> {
              peer.readHead();
              peer.send("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
              peer.fin().readToEnd();
            });
        var bed = behind(proxy, SECURE, "");
        var client = bed.client()) {

      client.send(REQUEST).readMessage();

      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, ProxyFailed.class).why()).isEqualTo(ProxyFailure.FORBIDDEN);
      assertThat(TestBed.only(run, PeerClosed.class).mark()).isEqualTo(CloseMark.FIN);
      assertThat(RunFacts.of(run).last().closing())
          .isEqualTo(new Closing(Closing.By.REMOTE, Closing.How.FIN));
    }
  }

  @Test
  void proxyRefusalWithoutTheAnnouncedClose_isClosedLocally() throws Exception {
    try (var proxy =
            RawProvider.playing(peer -> {
              peer.readHead();
              peer.send("HTTP/1.1 503 Busy\r\nConnection: close\r\n\r\n");
              peer.readToEnd();
            });
        var bed = behind(proxy, SECURE, "");
        var client = bed.client()) {

      client.send(REQUEST).readMessage();

      assertThat(TestBed.eventNames(bed.nextRun()))
          .containsSubsequence("ProxyFailed", "LocalClosed")
          .doesNotContain("PeerClosed");
      proxy.await();
    }
  }

  @Test
  void silentProxy_timesOut_ifConfigured() throws Exception {
    try (var proxy =
            RawProvider.playing(peer -> {
              peer.readHead();
              peer.readToEnd();
            });
        var bed =
            TestBed.with(
                dir,
                SECURE,
                options ->
                    options
                        .connectTimeout(Duration.ofMillis(300))
                        .proxies(ProxyRules.forAll(HttpProxy.parse("127.0.0.1:" + proxy.port()))));
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readMessage()).contains("the proxy did not answer");

      assertThat(TestBed.only(bed.nextRun(), ProxyFailed.class).why())
          .isEqualTo(ProxyFailure.TIMEOUT);
      proxy.await();
    }
  }

  @Test
  void proxyReset_isAProxyFailure() throws Exception {
    try (var proxy =
            RawProvider.playing(peer -> {
              peer.readHead();
              peer.reset();
            });
        var bed = behind(proxy, SECURE, "");
        var client = bed.client()) {

      client.send(REQUEST).readMessage();

      assertThat(TestBed.only(bed.nextRun(), ProxyFailed.class).why())
          .isEqualTo(ProxyFailure.CLOSED);
    }
  }

  @Test
  void unreachableProxy_isAProxyFailure() throws Exception {
    int unused;
    try (ServerSocket reserved = RawProvider.freePort()) {
      unused = reserved.getLocalPort();
    }
    for (String proxy : new String[] {"127.0.0.1:" + unused, "no-such-proxy.invalid:1"}) {
      try (var bed = behind(proxy, SECURE);
          var client = bed.client()) {

        assertThat(client.send(REQUEST).readMessage()).contains("net.proxy_connect");
        RunLog run = bed.nextRun();
        assertThat(TestBed.eventNames(run)).doesNotContain("DialFailed", "LookupFailed");
        assertThat(Diagnoser.diagnose(RunFacts.of(run)).cause()).isEqualTo(Cause.NET_PROXY_CONNECT);
      }
    }
  }

  @Test
  void clientCloseDuringConnect_closesTheProxyConnection() throws Exception {
    var asked = new CompletableFuture<Void>();
    var ended = new CompletableFuture<Peer.Rest>();
    RawProvider.Script silent =
        peer -> {
          peer.readHead();
          asked.complete(null);
          ended.complete(peer.readToEnd());
        };
    try (var proxy = RawProvider.playing(silent);
        var bed = behind(proxy, SECURE, "");
        var client = bed.client()) {

      client.send(REQUEST);
      asked.get(10, TimeUnit.SECONDS);
      client.disconnect();

      ended.get(10, TimeUnit.SECONDS);
      assertThat(TestBed.eventNames(bed.nextRun()))
          .contains("ProxyStarted")
          .doesNotContain("ProxyFailed");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http_proxy=p:1 HTTP_PROXY=q:1",
        "HTTP_PROXY=http://p:1",
        "HTTP_PROXY=http://p:1/ no_proxy=other.invalid",
        "HTTP_PROXY=p:1 NO_PROXY=piapi.invalid,api.invalid:81,.b.invalid",
        "HTTP_PROXY=http://me@p:1 NO_PROXY=,"
      })
  void environmentVariables_setTheProxy(String variables) {
    assertThat(rules(variables).proxyFor(new Upstream("a", PLAIN))).hasToString("p:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTPS_PROXY=p:1",
        "",
        "HTTP_PROXY=",
        "HTTP_PROXY=p:1 NO_PROXY=*",
        "HTTP_PROXY=p:1 NO_PROXY=x,API.invalid",
        "HTTP_PROXY=p:1 NO_PROXY=.invalid",
        "HTTP_PROXY=p:1 NO_PROXY=invalid",
        "HTTP_PROXY=p:1 no_proxy=*.invalid",
        "HTTP_PROXY=p:1 no_proxy=api.invalid:80"
      })
  void noProxyVariable_excludesAProvider(String variables) {
    assertThat(rules(variables).proxyFor(new Upstream("a", PLAIN))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:1", "http://localhost", "http://[::1]:8080"})
  void loopback_bypassesTheProxy_unlessTheUpstreamHasItsOwn(String upstream) {
    var here = new Upstream("a", URI.create(upstream));
    ProxyRules rules = rules("HTTP_PROXY=p:1");

    assertThat(rules.proxyFor(here)).isNull();
    assertThat(rules.withProxyFor("b", HttpProxy.parse("q:1")).proxyFor(here)).isNull();
    assertThat(rules.withProxyFor("a", HttpProxy.parse("q:1")).proxyFor(here)).hasToString("q:1");
    assertThat(rules.withProxyFor("a", HttpProxy.parse("q:1")).withoutProxyFor("*").proxyFor(here))
        .hasToString("q:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://u:secret@p", "socks5://u:secret@p", "http://u:secret@", "p:99999"})
  void unusableProxyUrl_isRejected_withoutItsPassword(String given) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules("HTTPS_PROXY=" + given))
        .withMessageStartingWith("HTTPS_PROXY: ")
        .withMessageContaining("http://")
        .withMessageNotContaining("secret");
  }

  private static ProxyRules rules(String variables) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(" ", -1)) {
      int equals = variable.indexOf('=');
      if (equals > 0) {
        environment.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    return ProxyRules.fromEnvironment(environment::get);
  }
}
