// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent.DialFailed;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.ConnectionEvent.LookupFailed;
import dev.lastbyte.core.event.ConnectionEvent.LookupFailure;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailed;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailure;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.Closing;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.gateway.upstream.NameResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client and the run's log are told when the provider cannot be reached. */
@Timeout(300)
class ConnectTest {

  private static final String REQUEST =
      "POST /up/v1/messages HTTP/1.1\r\nHost: h\r\nX-Lastbyte-Run: mine-7\r\n"
          + "X-Lastbyte-Run-Key: a-key-of-the-client\r\n"
          + "Content-Length: 2\r\n\r\n{}";

  @TempDir private Path dir;

  @Test
  void refusedConnection_is502_andRecordedAsDialFailed() throws Exception {
    int port;
    try (ServerSocket reserved = RawProvider.freePort()) {
      port = reserved.getLocalPort();
    }
    try (var bed = TestBed.with(dir, TestBed.local(port), UnaryOperator.identity());
        var client = bed.client()) {

      String response = client.send(REQUEST).readMessage();

      RunLog run = bed.nextRun();
      assertThat(response).startsWith("HTTP/1.1 502 Bad Gateway\r\n");
      assertThat(response).contains("x-lastbyte-run: " + run.header().run());
      assertThat(response).contains("\"type\":\"lastbyte_gateway\"");
      assertThat(response).contains("\"code\":\"net.connect_refused\"");
      assertThat(response)
          .contains(
              "proxy-status: lastbyte; error=connection_refused;"
                  + " details=\"net.connect_refused\"\r\n");
      assertThat(TestBed.eventNames(run))
          .containsExactly(
              "AttemptStarted",
              "Correlated",
              "RequestDescribed",
              "DialStarted",
              "DialFailed",
              "RunEnded");
      assertThat(TestBed.only(run, DialFailed.class).why()).isEqualTo(DialFailure.REFUSED);
      assertThat(TestBed.only(run, Correlated.class).value().value()).isEqualTo("mine-7");
      assertThat(client.readToEnd()).isEqualTo(new Peer.Rest("", Peer.End.FIN));
    }
  }

  @Test
  void unknownHost_is502_andRecordedAsLookupFailed() throws Exception {
    try (var bed =
            TestBed.withResolver(dir, URI.create("http://nowhere.invalid"), failing("not known"));
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readMessage()).contains("net.dns_not_found");

      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, LookupFailed.class).why()).isEqualTo(LookupFailure.NOT_FOUND);
      assertThat(TestBed.eventNames(run)).doesNotContain("DialStarted");
    }
  }

  @Test
  void temporaryResolverFailure_isRecordedAsTemporary() throws Exception {
    var names = failing("nowhere.invalid: Temporary failure in name resolution");
    try (var bed = TestBed.withResolver(dir, URI.create("http://nowhere.invalid"), names);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readMessage()).contains("net.dns_temporary");
      assertThat(TestBed.only(bed.nextRun(), LookupFailed.class).why())
          .isEqualTo(LookupFailure.TEMPORARY);
    }
  }

  static Stream<NameResolver> brokenResolvers() {
    return Stream.of(
        host -> {
          throw new IllegalArgumentException("not a name");
        },
        host -> new InetAddress[0]);
  }

  @ParameterizedTest
  @MethodSource("brokenResolvers")
  @Timeout(300)
  void resolverWithoutAnAddress_is502_andRecordedAsLookupFailed(NameResolver resolver)
      throws Exception {
    try (var bed = TestBed.withResolver(dir, URI.create("http://nowhere.invalid"), resolver);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readMessage()).contains("net.dns_not_found");

      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, LookupFailed.class).why()).isEqualTo(LookupFailure.NOT_FOUND);
      assertThat(TestBed.eventNames(run)).doesNotContain("DialStarted", "DialFailed");
    }
  }

  private static final String CLOSING = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

  private static ServerSocket listening(String address, int port) throws Exception {
    return new ServerSocket(port, 9, InetAddress.getByName(address));
  }

  private static RawProvider responding(ServerSocket at, String server) {
    return RawProvider.playing(
        at,
        peer -> {
          peer.readMessage();
          peer.send(CLOSING.replace("Connection", "Server: " + server + "\r\nConnection"));
        });
  }

  @Test
  void hostWithANewAddress_isResolvedAgain() throws Exception {
    var addresses = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2"));
    NameResolver moving = host -> new InetAddress[] {InetAddress.getByName(addresses.remove())};
    ServerSocket first = listening("127.0.0.1", 0);
    ServerSocket second = listening("127.0.0.2", first.getLocalPort());
    try (var before = responding(first, "before");
        var after = responding(second, "after");
        var bed =
            TestBed.withResolver(
                dir, URI.create("http://moves.invalid:" + before.port()), moving)) {

      for (RawProvider provider : List.of(before, after)) {
        try (var client = bed.client()) {
          String name = provider == before ? "before" : "after";
          assertThat(client.send(REQUEST).readHead()).contains("Server: " + name);
          assertThat(TestBed.eventNames(bed.nextRun())).contains("LookupStarted", "Connected");
        }
      }
    }
  }

  @Test
  void ipv6Address_isConnected_andInTheHostHeader() throws Exception {
    assumeThat(hasIPv6()).as("this machine has IPv6").isTrue();
    var head = new CompletableFuture<String>();
    RawProvider.Script script =
        peer -> {
          head.complete(peer.readMessage());
          peer.send(CLOSING);
        };
    try (var provider = RawProvider.playing(listening("::1", 0), script);
        var bed =
            TestBed.with(
                dir, URI.create("http://[::1]:" + provider.port()), UnaryOperator.identity());
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readHead()).isEqualTo(CLOSING);
      assertThat(head.join()).containsIgnoringCase("\r\nhost: [::1]:" + provider.port() + "\r\n");
      assertThat(TestBed.eventNames(bed.nextRun()))
          .containsSubsequence("DialStarted", "Connected")
          .doesNotContain("LookupStarted");
    }
  }

  private static boolean hasIPv6() {
    try (ServerSocket listening = listening("::1", 0)) {
      return listening.isBound();
    } catch (Exception none) {
      return false;
    }
  }

  @Test
  void connect_triesEachAddressOfAHost() throws Exception {
    InetAddress[] addresses = {
      InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")
    };
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readMessage();
              peer.send("HTTP/1.1 204 No Content\r\n\r\n");
            });
        var bed =
            TestBed.withResolver(
                dir, URI.create("http://two.invalid:" + provider.port()), host -> addresses);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readHead()).startsWith("HTTP/1.1 204");
      assertThat(TestBed.eventNames(bed.nextRun()))
          .containsSubsequence("LookupStarted", "DialStarted", "Connected")
          .doesNotContain("DialFailed");
    }
  }

  @Test
  void runStart_isStored_beforeTheProviderIsConnected() throws Exception {
    Path runs = dir.resolve("runs");
    var recorded = new CompletableFuture<List<RunLog>>();
    NameResolver names =
        host -> {
          recorded.completeAsync(() -> recoveredRuns(runs), Runnable::run);
          return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
    try (var provider = RawProvider.playing(Peer::readMessage);
        var bed =
            TestBed.withResolver(
                runs, URI.create("http://named.invalid:" + provider.port()), names);
        var client = bed.client()) {

      client.send(REQUEST);

      List<RunLog> left = recorded.get(10, TimeUnit.SECONDS);
      assertThat(left).hasSize(1);
      assertThat(TestBed.eventNames(left.getFirst()))
          .containsSubsequence("AttemptStarted", "ProcessLost");
      assertThat(TestBed.only(left.getFirst(), Correlated.class).value().value())
          .isEqualTo("mine-7");
    }
  }

  @Test
  void hangingConnect_isCancelledByTheClientClose() throws Exception {
    // A backlog of one that is full: the kernel answers no further SYN.
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var first = new Socket(full.getInetAddress(), full.getLocalPort());
        var second = new Socket(full.getInetAddress(), full.getLocalPort());
        var bed = TestBed.with(dir, TestBed.local(full.getLocalPort()), UnaryOperator.identity());
        var client = bed.client()) {

      client.send(REQUEST).fin();

      RunLog run = bed.nextRun();
      assertThat(TestBed.eventNames(run))
          .contains("DialStarted")
          .doesNotContain("Connected", "DialFailed", "LocalClosed");
      assertThat(TestBed.only(run, PeerClosed.class).vantage()).isEqualTo(Vantage.GATEWAY_DOWN);
      assertThat(first.isConnected() && second.isConnected()).isTrue();
    }
  }

  @Test
  void hangingConnect_timesOut_ifConfigured() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var first = new Socket(full.getInetAddress(), full.getLocalPort());
        var second = new Socket(full.getInetAddress(), full.getLocalPort());
        var bed = TestBed.with(dir, TestBed.local(full.getLocalPort()), ConnectTest::hasty);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readMessage())
          .startsWith("HTTP/1.1 502")
          .contains("net.connect_timeout");

      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, DialFailed.class).why()).isEqualTo(DialFailure.TIMEOUT);
      assertThat(RunFacts.of(run).last().closing().by()).isEqualTo(Closing.By.GATEWAY);
      assertThat(first.isConnected() && second.isConnected()).isTrue();
    }
  }

  @Test
  void hangingTlsHandshake_timesOut_ifConfigured() throws Exception {
    try (var silent = RawProvider.playing(Peer::readToEnd);
        var bed =
            TestBed.with(
                dir, URI.create("https://127.0.0.1:" + silent.port()), ConnectTest::hasty);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readMessage()).contains("net.tls_handshake", "took too long");

      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, TlsFailed.class).why()).isEqualTo(TlsFailure.TIMEOUT);
      assertThat(TestBed.eventNames(run)).containsSubsequence("TlsFailed", "LocalClosed");
      silent.await();
    }
  }

  @Test
  void connectTimeout_doesNotApplyToTheResponse() throws Exception {
    RawProvider.Script slow =
        peer -> {
          peer.readMessage();
          peer.readUntilSilentFor(3 * (int) HASTE.toMillis());
          peer.send(CLOSING);
        };
    try (var provider = RawProvider.playing(slow);
        var bed = TestBed.with(dir, TestBed.local(provider.port()), ConnectTest::hasty);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readMessage()).isEqualTo(CLOSING);
    }
  }

  private static final Duration HASTE = Duration.ofMillis(200);

  private static GatewayOptions.Builder hasty(GatewayOptions.Builder options) {
    return options.connectTimeout(HASTE);
  }

  private List<RunLog> recoveredRuns(Path runs) {
    try {
      return TestBed.recoveredRuns(runs, dir.resolve("left"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NameResolver failing(String message) {
    return host -> {
      throw new UnknownHostException(message);
    };
  }
}
