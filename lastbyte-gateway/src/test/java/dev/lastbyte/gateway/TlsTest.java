// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailed;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailure;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.gateway.Peer.End;
import dev.lastbyte.gateway.security.UpstreamTls;
import dev.lastbyte.gateway.transport.Transport;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Providers that speak TLS: reached, refused, and ended in each of its ways. */
@Tag("slow")
@Timeout(300)
@ParameterizedClass(name = "{0}")
@MethodSource("transports")
class TlsTest {

  private static final String REQUEST =
      "POST /up/v1/messages HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}";
  private static final String START = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String CHUNK = "5\r\nhello\r\n";

  @TempDir private static Path keys;
  private static TestCertificates certificates;

  private final Transport transport;
  @TempDir private Path dir;

  TlsTest(Transport transport) {
    this.transport = transport;
  }

  static Stream<Transport> transports() {
    return TestBed.transports();
  }

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = TestCertificates.in(keys);
  }

  /** What to do under TLS, and on the bare connection below it. */
  private interface Secret {
    void play(Peer secure, Peer bare, SSLSocket tls) throws Exception;
  }

  private static RawProvider.Script speakingTls(Secret secret) {
    return bare -> {
      Socket below = bare.socket();
      var factory = certificates.server().getSocketFactory();
      var tls = (SSLSocket) factory.createSocket(below, null, below.getPort(), false);
      tls.setUseClientMode(false);
      secret.play(new Peer(tls), bare, tls);
    };
  }

  private TestBed trusting(RawProvider provider) throws Exception {
    return TestBed.with(
        dir,
        https(provider),
        options -> options.trustedCertificates(certificates.pem()),
        transport);
  }

  private static URI https(RawProvider provider) {
    return URI.create("https://127.0.0.1:" + provider.port());
  }

  @Test
  void orderlyClose_isRecordedAsCloseNotify() throws Exception {
    var script =
        speakingTls((secure, bare, tls) -> {
          secure.readMessage();
          secure.send(START + CHUNK);
          tls.shutdownOutput();
          secure.readToEnd();
        });
    try (var provider = RawProvider.playing(script);
        var bed = trusting(provider);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readToEnd()).isEqualTo(new Peer.Rest(START + CHUNK, End.FIN));
      RunLog run = bed.nextRun();
      assertThat(TestBed.eventNames(run))
          .containsSubsequence("DialStarted", "Connected", "TlsStarted", "TlsDone", "RequestBegan");
      assertThat(TestBed.only(run, PeerClosed.class).mark()).isEqualTo(CloseMark.TLS_CLOSE_NOTIFY);
      assertThat(TestBed.only(run, PeerClosed.class).received())
          .isEqualTo(START.length() + CHUNK.length());
    }
  }

  @Test
  void finWithoutCloseNotify_isATlsTruncation() throws Exception {
    var script =
        speakingTls((secure, bare, tls) -> {
          secure.readMessage();
          secure.send(START + CHUNK);
          bare.fin().readToEnd();
        });
    try (var provider = RawProvider.playing(script);
        var bed = trusting(provider);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readToEnd()).isEqualTo(new Peer.Rest(START + CHUNK, End.FIN));
      assertThat(TestBed.only(bed.nextRun(), PeerClosed.class).mark())
          .isEqualTo(CloseMark.TLS_TRUNCATED);
    }
  }

  @Test
  void resetUnderTls_isRecordedAsAReset() throws Exception {
    var script =
        speakingTls((secure, bare, tls) -> {
          secure.readMessage();
          bare.reset();
        });
    try (var provider = RawProvider.playing(script);
        var bed = trusting(provider);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readToEnd()).isEqualTo(new Peer.Rest("", End.RST));
      assertThat(TestBed.only(bed.nextRun(), PeerClosed.class).mark()).isEqualTo(CloseMark.RST);
    }
  }

  @Test
  void untrustedCertificate_is502() throws Exception {
    var script = speakingTls((secure, bare, tls) -> secure.readToEnd());
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.with(dir, https(provider), options -> options, transport);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readMessage())
          .startsWith("HTTP/1.1 502")
          .contains("net.tls_certificate");
      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, TlsFailed.class).why()).isEqualTo(TlsFailure.CERTIFICATE);
      assertThat(TestBed.only(run, LocalClosed.class).mark()).isEqualTo(CloseMark.FIN);
    }
  }

  @Test
  void certificateForAnotherHost_is502() throws Exception {
    var script = speakingTls((secure, bare, tls) -> secure.readToEnd());
    try (var provider = RawProvider.playing(script);
        var bed =
            TestBed.with(
                dir,
                URI.create("https://localhost:" + provider.port()),
                options -> options.trustedCertificates(certificates.pem()),
                transport);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readMessage()).contains("net.tls_certificate");
    }
  }

  @Test
  void nonTlsBytes_failTheHandshake() throws Exception {
    try (var provider =
            RawProvider.playing(peer -> peer.send("HTTP/1.1 400 Bad Request\r\n\r\n").readToEnd());
        var bed = trusting(provider);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readMessage()).contains("net.tls_handshake");
      assertThat(TestBed.only(bed.nextRun(), TlsFailed.class).why())
          .isEqualTo(TlsFailure.HANDSHAKE);
    }
  }

  @Test
  void closeDuringTheHandshake_isRecordedAsThePeers() throws Exception {
    try (var provider = RawProvider.playing(peer -> peer.fin().readToEnd());
        var bed = trusting(provider);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readMessage()).contains("net.tls_handshake");
      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, TlsFailed.class).why()).isEqualTo(TlsFailure.CLOSED);
      assertThat(TestBed.only(run, PeerClosed.class).mark()).isEqualTo(CloseMark.FIN);
    }
  }

  @Test
  void emptyTrustFile_isRejectedAtStart() throws Exception {
    Path empty = Files.writeString(dir.resolve("empty.pem"), "nothing");

    assertThatThrownBy(() -> UpstreamTls.trusting(empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be a readable PEM file")
        .hasMessageContaining("empty.pem");
  }
}
