// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.CloseEvent.ResetCode;
import dev.lastbyte.core.event.CloseEvent.StreamReset;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.ConnectionEvent.GoAwayReceived;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.server.FaultServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Providers that speak HTTP/2, for clients that speak either version. */
@Tag("slow")
@Timeout(300)
class Http2UpstreamTest {

  private static final String PATH = "/up" + Dialect.OPENAI_CHAT.route();
  private static final String BODY = "{\"stream\":true}";
  private static final String REQUEST =
      "POST %s HTTP/1.1\r\nHost: h\r\nContent-Length: %d\r\n\r\n%s"
          .formatted(PATH, BODY.length(), BODY);

  @TempDir private Path dir;

  /** The provider is known to speak HTTP/2, so that no TLS is needed to find out. */
  private TestBed knowing(FaultServer server, String scenario) throws IOException {
    String path = https(server, scenario).getRawPath();
    return TestBed.with(
        dir,
        URI.create("h2c://127.0.0.1:" + server.address().getPort() + path),
        UnaryOperator.identity());
  }

  private static URI https(FaultServer server, String scenario) {
    return server.baseUrl(Scenarios.named(scenario), dev.lastbyte.harness.Framing.H2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "h2-rst-cancel, 8",
    "h2-rst-internal-error, 2",
    "h2-rst-refused-stream, 7",
    "h2-refused-stream, 7",
    "h2-goaway-not-taken, 7",
    "h2-goaway-no-error, 2"
  })
  void streamReset_isMirroredToTheClient(String scenario, long code) throws Exception {
    try (var server = FaultServer.start();
        var bed = knowing(server, scenario);
        var client = Http2Peer.over(bed.client())) {
      int stream = client.ask(PATH, BODY, "content-length", "15");

      assertThat(client.await(stream).reset()).isEqualTo(code);
    }
  }

  @Test
  void goAwayBelowTheStreamId_provesTheRequestUnprocessed() throws Exception {
    try (var server = FaultServer.start();
        var bed = knowing(server, "h2-goaway-not-taken");
        var client = Http2Peer.over(bed.client())) {
      client.await(client.ask(PATH, BODY, "content-length", "15"));

      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, GoAwayReceived.class).processed()).isEqualTo(Known.NO);
      assertThat(TestBed.only(run, PeerClosed.class).mark()).isEqualTo(CloseMark.FIN);
    }
  }

  @Test
  void goAwayWithALateClose_endsEveryWaitingStream() throws Exception {
    byte[] settings = {0, 0, 0, 4, 0, 0, 0, 0, 0};
    byte[] goAwayFromNothing = {0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    byte[] ping = {0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8};
    RawProvider.Script turnsAway =
        peer -> {
          peer.readExactly("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length());
          peer.send(settings);
          readUntil(peer, 0, 1); // DATA with END_STREAM
          peer.send(goAwayFromNothing);
          peer.send(ping);
          readUntil(peer, 6, 1); // its acknowledgement: what came before has had its effect
          peer.disconnect();
        };
    try (var provider = RawProvider.playing(turnsAway);
        var bed =
            TestBed.with(
                dir, URI.create("h2c://127.0.0.1:" + provider.port()), UnaryOperator.identity());
        var client = Http2Peer.over(bed.client())) {
      int stream = client.ask(PATH, BODY, "content-length", "15");

      assertThat(client.await(stream).reset()).isEqualTo(7);
      assertThat(TestBed.only(bed.nextRun(), GoAwayReceived.class).processed()).isEqualTo(Known.NO);
    }
  }

  private static void readUntil(Peer peer, int type, int flag) throws IOException {
    boolean found = false;
    while (!found) {
      ByteBuffer head = ByteBuffer.wrap(peer.readExactly(9).getBytes(StandardCharsets.ISO_8859_1));
      int lengthAndType = head.getInt();
      peer.readExactly(lengthAndType >>> 8);
      found = (lengthAndType & 0xff) == type && (head.get() & flag) != 0;
    }
  }

  @Test
  void concurrentStreams_shareOneConnection_andAreOneRunEach() throws Exception {
    int many = 20;
    try (var server = FaultServer.start();
        var bed = knowing(server, "ok");
        var client = Http2Peer.over(bed.client())) {
      client.await(client.ask(PATH, BODY, "content-length", "15"));
      List<Integer> streams = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        streams.add(client.ask(PATH, BODY, "content-length", "15"));
      }
      for (int stream : streams) {
        assertThat(client.await(stream).isWhole()).isTrue();
        assertThat(client.await(stream).body()).endsWith("data: [DONE]\n\n");
      }

      assertThat(TestBed.eventNames(bed.nextRun())).contains("Connected");
      for (int i = 0; i < many; i++) {
        RunLog run = bed.nextRun();
        assertThat(TestBed.only(run, ConnectionReused.class).ageNanos()).isPositive();
        assertThat(TestBed.only(run, BodyEnded.class).how()).isEqualTo(BodyEnd.WHOLE);
      }
      assertThat(server.awaitRequests(1 + many, Duration.ofSeconds(20)))
          .allSatisfy(entry -> assertThat(entry.asked().connection()).isEqualTo(1));
    }
  }

  @Test
  void concurrentFirstStreams_shareThePendingConnect() throws Exception {
    int many = 20;
    try (var server = FaultServer.start();
        var bed = knowing(server, "ok");
        var client = Http2Peer.over(bed.client())) {
      List<Integer> streams = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        streams.add(client.ask(PATH, BODY, "content-length", "15"));
      }
      for (int stream : streams) {
        assertThat(client.await(stream).body()).endsWith("data: [DONE]\n\n");
      }

      assertThat(server.awaitRequests(many, Duration.ofSeconds(20)))
          .allSatisfy(entry -> assertThat(entry.asked().connection()).isEqualTo(1));
      List<String> all = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        all.addAll(TestBed.eventNames(bed.nextRun()));
      }
      // None of them was given a connection that had served before.
      assertThat(all).filteredOn("Connected"::equals).hasSize(many);
      assertThat(all).doesNotContain("ConnectionReused");
    }
  }

  @Test
  void connectionWithoutAResponseYet_isNotRecordedAsReused() throws Exception {
    byte[] settings = {0, 0, 0, 4, 0, 0, 0, 0, 0};
    var first = new CountDownLatch(1);
    RawProvider.Script takesTwo =
        peer -> {
          peer.readExactly("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length());
          peer.send(settings);
          readUntil(peer, 0, 1); // DATA with END_STREAM
          first.countDown();
          readUntil(peer, 0, 1);
          peer.disconnect();
        };
    try (var provider = RawProvider.playing(takesTwo);
        var bed =
            TestBed.with(
                dir, URI.create("h2c://127.0.0.1:" + provider.port()), UnaryOperator.identity());
        var client = Http2Peer.over(bed.client())) {
      client.ask(PATH, BODY, "content-length", "15");
      assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
      client.ask(PATH, BODY, "content-length", "15");

      for (int i = 0; i < 2; i++) {
        assertThat(TestBed.eventNames(bed.nextRun()))
            .contains("Connected", "PeerClosed")
            .doesNotContain("ConnectionReused");
      }
    }
  }

  @Test
  void concurrentStreamsToAnUnreachableProvider_failByTheirOwnConnects() throws Exception {
    int unused;
    try (var reserved = RawProvider.freePort()) {
      unused = reserved.getLocalPort();
    }
    try (var bed =
            TestBed.with(dir, URI.create("h2c://127.0.0.1:" + unused), UnaryOperator.identity());
        var client = Http2Peer.over(bed.client())) {
      for (int i = 0; i < 5; i++) {
        client.ask(PATH, BODY, "content-length", "15");
      }

      for (int i = 0; i < 5; i++) {
        assertThat(TestBed.eventNames(bed.nextRun()))
            .contains("DialFailed")
            .containsOnlyOnce("DialStarted");
      }
    }
  }

  @Test
  void cancelledSharedConnect_isRestartedByAWaiter() throws Exception {
    // A backlog of one that is full: the kernel answers no further SYN.
    try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var filler = new Socket(full.getInetAddress(), full.getLocalPort());
        var another = new Socket(full.getInetAddress(), full.getLocalPort());
        var bed =
            TestBed.with(
                dir,
                URI.create("h2c://127.0.0.1:" + full.getLocalPort()),
                UnaryOperator.identity());
        var client = Http2Peer.over(bed.client())) {
      int first = client.ask(PATH, BODY, "content-length", "15");
      client.ask(PATH, BODY, "content-length", "15");
      client.cancel(first);

      assertThat(TestBed.eventNames(bed.nextRun())).contains("DialStarted");
      client.disconnect();
      assertThat(TestBed.eventNames(bed.nextRun())).contains("DialStarted");
      assertThat(filler.isConnected() && another.isConnected()).isTrue();
    }
  }

  @Test
  void http1Client_getsAnHttp1Response_fromAnHttp2Upstream() throws Exception {
    try (var server = FaultServer.start();
        var bed = knowing(server, "ok");
        var client = bed.client()) {
      assertThat(client.send(REQUEST).readUntil("\r\n0\r\n\r\n"))
          .startsWith("HTTP/1.1 200 ")
          .contains("\r\ntransfer-encoding: chunked\r\n")
          .contains("data: [DONE]");
      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, ResponseStarted.class).framing()).isEqualTo(Framing.FRAMES);
      assertThat(TestBed.only(run, BodyEnded.class).how()).isEqualTo(BodyEnd.WHOLE);

      assertThat(client.send(REQUEST).readUntil("\r\n0\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void http1Client_getsAConnectionReset_forAStreamReset() throws Exception {
    try (var server = FaultServer.start();
        var bed = knowing(server, "h2-rst-cancel");
        var client = bed.client()) {
      assertThat(client.send(REQUEST).readToEnd().end()).isEqualTo(Peer.End.RST);

      StreamReset reset = TestBed.only(bed.nextRun(), StreamReset.class);
      assertThat(reset.vantage()).isEqualTo(Vantage.GATEWAY_UP);
      assertThat(reset.code()).isEqualTo(ResetCode.CANCEL);
      assertThat(reset.fromPeer()).isTrue();
    }
  }

  @Test
  void clientClose_cancelsTheUpstreamStream() throws Exception {
    try (var server = FaultServer.start();
        var bed = knowing(server, "stall-mid-text");
        var client = bed.client()) {
      client.send(REQUEST).readUntil("\r\n\r\n");
      client.fin();

      StreamReset reset = TestBed.only(bed.nextRun(), StreamReset.class);
      assertThat(reset.vantage()).isEqualTo(Vantage.GATEWAY_UP);
      assertThat(reset.code()).isEqualTo(ResetCode.CANCEL);
      assertThat(reset.fromPeer()).isFalse();
    }
  }

  @Test
  void nonHttp2Provider_isAProtocolError() throws Exception {
    try (var provider =
            RawProvider.playing(peer -> peer.send("HTTP/1.1 400 No\r\n\r\n").readToEnd());
        var bed =
            TestBed.with(
                dir, URI.create("h2c://127.0.0.1:" + provider.port()), UnaryOperator.identity());
        var client = Http2Peer.over(bed.client())) {
      int stream = client.ask(PATH, BODY, "content-length", "15");

      long reset = client.await(stream).reset();
      RunLog run = bed.nextRun();
      assertThat(reset).as("%s", run).isEqualTo(2);
      assertThat(TestBed.only(run, Malformed.class).vantage()).isEqualTo(Vantage.GATEWAY_UP);
      assertThat(Diagnoser.diagnose(RunFacts.of(run)).cause()).isEqualTo(Cause.PROTO_MALFORMED);
    }
  }

  @Test
  void alpn_selectsHttp2_forHttp2Clients_orForAllIfConfigured() throws Exception {
    try (var server = FaultServer.start()) {
      assertThat(framingFor(server, UnaryOperator.identity(), false)).isNotEqualTo(Framing.FRAMES);
      assertThat(framingFor(server, UnaryOperator.identity(), true)).isEqualTo(Framing.FRAMES);
      assertThat(framingFor(server, GatewayOptions.Builder::preferHttp2Upstream, false))
          .isEqualTo(Framing.FRAMES);
    }
  }

  private Framing framingFor(
      FaultServer server, UnaryOperator<GatewayOptions.Builder> options, boolean http2)
      throws Exception {
    Path authority = Files.writeString(dir.resolve("authority.pem"), server.authorityPem());
    try (var bed =
        TestBed.with(
            dir,
            https(server, "ok"),
            given -> options.apply(given).trustedCertificates(authority))) {
      if (http2) {
        try (var client = Http2Peer.over(bed.client())) {
          client.await(client.ask(PATH, BODY, "content-length", "15"));
        }
      } else {
        try (var client = bed.client()) {
          client.send(REQUEST).readHead();
        }
      }
      return TestBed.only(bed.nextRun(), ResponseStarted.class).framing();
    }
  }
}
