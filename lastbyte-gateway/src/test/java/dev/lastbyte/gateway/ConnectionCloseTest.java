// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.gateway.Peer.End;
import dev.lastbyte.gateway.transport.Transport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** However one side ends, the other side sees the same, and the run says which side it was. */
@Timeout(300)
@ParameterizedClass(name = "{0}")
@MethodSource("transports")
class ConnectionCloseTest {

  private static final String REQUEST =
      "POST /up/v1/messages HTTP/1.1\r\nHost: h\r\n" + "Content-Length: 2\r\n\r\n{}";
  private static final String START =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String CHUNK = "5\r\nhello\r\n";

  private final Transport transport;
  @TempDir private Path dir;

  ConnectionCloseTest(Transport transport) {
    this.transport = transport;
  }

  static Stream<Transport> transports() {
    return TestBed.transports();
  }

  @Test
  void finWithinTheBody_isAFinForTheClient() throws Exception {
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readMessage();
              peer.send(START + CHUNK);
            });
        var bed = TestBed.forProvider(dir, provider, transport);
        var client = bed.client()) {

      Peer.Rest rest = client.send(REQUEST).readToEnd();

      assertThat(rest).isEqualTo(new Peer.Rest(START + CHUNK, End.FIN));
      RunLog run = bed.nextRun();
      assertThat(closes(run))
          .containsExactly("PeerClosed gateway-up fin", "LocalClosed gateway-down fin");
      assertThat(TestBed.only(run, BodyEnded.class).how()).isEqualTo(BodyEnd.CUT);
      assertThat(TestBed.only(run, PeerClosed.class).received())
          .isEqualTo(START.length() + CHUNK.length());
    }
  }

  @Test
  void resetWithinTheBody_isAResetForTheClient_afterAllThatCame() throws Exception {
    var read = new CompletableFuture<Void>();
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readMessage();
              peer.send(START + CHUNK);
              read.get(10, TimeUnit.SECONDS);
              peer.reset();
            });
        var bed = TestBed.forProvider(dir, provider, transport);
        var client = bed.client()) {

      client.send(REQUEST).readUntil(CHUNK);
      read.complete(null);

      assertThat(client.readToEnd()).isEqualTo(new Peer.Rest("", End.RST));
      assertThat(closes(bed.nextRun()))
          .containsExactly("PeerClosed gateway-up rst", "LocalClosed gateway-down rst");
    }
  }

  @Test
  void finBeforeTheHead_isAFinForTheClient_notALocalResponse() throws Exception {
    try (var provider = RawProvider.playing(Peer::readMessage);
        var bed = TestBed.forProvider(dir, provider, transport);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readToEnd()).isEqualTo(new Peer.Rest("", End.FIN));
      assertThat(closes(bed.nextRun()))
          .containsExactly("PeerClosed gateway-up fin", "LocalClosed gateway-down fin");
    }
  }

  @Test
  void resetBeforeTheHead_isAResetForTheClient() throws Exception {
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readMessage();
              peer.reset();
            });
        var bed = TestBed.forProvider(dir, provider, transport);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readToEnd()).isEqualTo(new Peer.Rest("", End.RST));
      assertThat(closes(bed.nextRun()))
          .containsExactly("PeerClosed gateway-up rst", "LocalClosed gateway-down rst");
    }
  }

  @Test
  void clientCloseMidStream_closesTheProviderConnectionAtOnce() throws Exception {
    var seen = new CompletableFuture<Peer.Rest>();
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readMessage();
              peer.send(START + CHUNK);
              seen.complete(peer.readToEnd());
            });
        var bed = TestBed.forProvider(dir, provider, transport);
        var client = bed.client()) {

      client.send(REQUEST).readUntil(CHUNK);
      client.disconnect();

      assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo(new Peer.Rest("", End.FIN));
      RunLog run = bed.nextRun();
      assertThat(closes(run))
          .containsExactly("PeerClosed gateway-down fin", "LocalClosed gateway-up fin");
      assertThat(TestBed.only(run, BodyEnded.class).how()).isEqualTo(BodyEnd.CUT);
    }
  }

  @Test
  void clientResetMidStream_isRecordedAsAReset() throws Exception {
    var seen = new CompletableFuture<Peer.Rest>();
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readMessage();
              peer.send(START + CHUNK);
              seen.complete(peer.readToEnd());
            });
        var bed = TestBed.forProvider(dir, provider, transport);
        var client = bed.client()) {

      client.send(REQUEST).readUntil(CHUNK);
      client.reset();

      assertThat(seen.get(10, TimeUnit.SECONDS).text()).isEmpty();
      assertThat(closes(bed.nextRun()))
          .containsExactly("PeerClosed gateway-down rst", "LocalClosed gateway-up fin");
    }
  }

  @Test
  void closeDelimitedBody_endsWithTheConnection() throws Exception {
    String response = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}";
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readMessage();
              peer.send(response);
            });
        var bed = TestBed.forProvider(dir, provider, transport);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readToEnd()).isEqualTo(new Peer.Rest(response, End.FIN));
      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, BodyEnded.class).how()).isEqualTo(BodyEnd.UNFRAMED);
      assertThat(closes(run))
          .containsExactly("PeerClosed gateway-up fin", "LocalClosed gateway-down fin");
    }
  }

  private static List<String> closes(RunLog run) {
    return run.events().stream()
        .filter(CloseEvent.class::isInstance)
        .map(CloseEvent.class::cast)
        .map(c -> c.getClass().getSimpleName() + " " + c.vantage().code() + " " + c.mark().code())
        .toList();
  }
}
