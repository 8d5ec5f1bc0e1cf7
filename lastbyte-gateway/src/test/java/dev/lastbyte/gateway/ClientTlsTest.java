// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.gateway.transport.Transport;
import java.net.Socket;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that are served over TLS, and end in each of its ways. */
@Timeout(300)
@ParameterizedClass(name = "{0}")
@MethodSource("transports")
class ClientTlsTest {

  private static final String REQUEST = "GET /up/v1/models HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  @TempDir private static Path keys;
  private static TestCertificates certificates;

  private final Transport transport;
  @TempDir private Path dir;

  ClientTlsTest(Transport transport) {
    this.transport = transport;
  }

  static Stream<Transport> transports() {
    return TestBed.transports();
  }

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = TestCertificates.in(keys);
  }

  /** How a client ends: under TLS, or on the bare connection below it. */
  private interface Ending {
    void end(SSLSocket tls, Peer bare) throws Exception;
  }

  private TestBed bed(RawProvider provider) throws Exception {
    return TestBed.with(
        dir,
        TestBed.local(provider.port()),
        options -> options.tls(certificates.pem(), certificates.key()),
        transport);
  }

  private static SSLSocket speakingTls(Peer bare) throws Exception {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates.trusted());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    Socket below = bare.socket();
    return (SSLSocket)
        context.getSocketFactory().createSocket(below, "127.0.0.1", below.getPort(), false);
  }

  /** The run of a client that ends so while its response goes on. */
  private RunLog runEndedBy(Ending ending) throws Exception {
    RawProvider.Script silentAfterTheHead =
        peer -> {
          peer.readHead();
          peer.send(HEAD).readToEnd();
        };
    try (var provider = RawProvider.playing(silentAfterTheHead);
        var bed = bed(provider);
        var bare = bed.client()) {
      SSLSocket tls = speakingTls(bare);
      var secure = new Peer(tls);
      secure.send(REQUEST).readHead();

      ending.end(tls, bare);

      RunLog run = bed.nextRun();
      bed.closeGateway();
      assertThat(bed.warnings()).isEmpty();
      return run;
    }
  }

  private static CloseMark markOf(RunLog run) {
    PeerClosed end = TestBed.only(run, PeerClosed.class);
    assertThat(end.vantage()).isEqualTo(Vantage.GATEWAY_DOWN);
    return end.mark();
  }

  @Test
  void orderlyClose_isRecordedAsCloseNotify() throws Exception {
    RunLog run = runEndedBy((tls, bare) -> tls.shutdownOutput());

    assertThat(markOf(run)).isEqualTo(CloseMark.TLS_CLOSE_NOTIFY);
  }

  @Test
  void finWithoutCloseNotify_isATlsTruncation() throws Exception {
    RunLog run = runEndedBy((tls, bare) -> bare.fin());

    assertThat(markOf(run)).isEqualTo(CloseMark.TLS_TRUNCATED);
  }

  @Test
  void resetUnderTls_isRecordedAsAReset() throws Exception {
    RunLog run = runEndedBy((tls, bare) -> bare.reset());

    assertThat(markOf(run)).isEqualTo(CloseMark.RST);
  }

  @Test
  void plainBytesBetweenTlsRecords_areATlsTruncation_andNoFaultOfTheGateway() throws Exception {
    RunLog run = runEndedBy((tls, bare) -> bare.send("these bytes are no record of TLS"));

    assertThat(markOf(run)).isEqualTo(CloseMark.TLS_TRUNCATED);
  }

  @Test
  void plainHttpToATlsListener_isClosed_andToldInOneLine_asNoFaultOfTheGateway() throws Exception {
    try (var provider = RawProvider.playing();
        var bed = bed(provider)) {
      for (int i = 0; i < 20; i++) {
        try (var client = bed.client()) {
          assertThat(client.send(REQUEST).readToEnd().text()).doesNotContain("HTTP/1.1 200");
        }
      }

      bed.closeGateway();
      assertThat(bed.warnings())
          .containsExactly("clients that do not speak TLS, where https is served: 1 so far");
      assertThat(bed.endedRuns()).isEmpty();
    }
  }
}
