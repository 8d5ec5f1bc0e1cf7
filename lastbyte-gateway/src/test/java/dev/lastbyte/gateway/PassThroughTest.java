// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes go through as they came, whatever they are and however they are cut. */
@Timeout(300)
class PassThroughTest {

  @TempDir private Path dir;

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomBodiesInRandomPieces_arriveByteForByte(long seed) throws Exception {
    var random = new Random(seed);
    byte[] upload = bytes(random, random.nextInt(200_000));
    byte[] response = response(random);
    var received = new CompletableFuture<String>();
    try (var provider =
            RawProvider.playing(peer -> {
              received.complete(peer.readMessage());
              sendInPieces(peer, response, random);
            });
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      String head =
          "POST /up/v1/responses?a=b HTTP/1.1\r\nhOsT: h:1\r\nX-Odd:  two  spaces \r\n"
              + "X-Lastbyte-Run: r-1\r\nX-Lastbyte-Run-Key: a-key-of-the-client\r\ncontent-length: "
              + upload.length
              + "\r\n\r\n";
      sendInPieces(client, concat(head.getBytes(ISO_8859_1), upload), new Random(~seed));
      String got = client.readExactly(response.length);

      assertThat(got).isEqualTo(new String(response, ISO_8859_1));
      assertThat(received.join())
          .isEqualTo(
              "POST /v1/responses?a=b HTTP/1.1\r\nHost: 127.0.0.1:"
                  + provider.port()
                  + "\r\nX-Odd:  two  spaces \r\ncontent-length: "
                  + upload.length
                  + "\r\n\r\n"
                  + new String(upload, ISO_8859_1));
      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, BodyEnded.class).how()).isNotEqualTo(BodyEnd.CUT);
      assertThat(TestBed.only(run, RequestSent.class).bytes()).isEqualTo(received.join().length());
      TestBed.only(run, RunEnded.class);
    }
  }

  @Test
  void interimResponse_isForwardedBeforeTheBodyIsSent() throws Exception {
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readHead();
              peer.send("HTTP/1.1 100 Continue\r\n\r\n");
              peer.readExactly(2);
              peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            });
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(
          "POST /up/v1/messages HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n"
              + "Expect: 100-continue\r\n\r\n");
      assertThat(client.readHead()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      client.send("{}");
      assertThat(client.readMessage()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void earlyHints_areForwardedAtOnce_andAreNotTheFinalResponse() throws Exception {
    String hints = "HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n";
    var seen = new CompletableFuture<Void>();
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readMessage();
              peer.send(hints);
              seen.get(10, TimeUnit.SECONDS);
              peer.send(hints + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            });
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send("GET /up/ HTTP/1.1\r\nHost: h\r\n\r\n");
      assertThat(client.readHead()).isEqualTo(hints);
      seen.complete(null);
      assertThat(client.readHead()).isEqualTo(hints);
      assertThat(client.readMessage()).endsWith("\r\n\r\nok");
      assertThat(TestBed.only(bed.nextRun(), ResponseStarted.class).status()).isEqualTo(200);
    }
  }

  @Test
  void finalResponseInsteadOf100_endsTheExchange_withoutAFailure() throws Exception {
    String response = "HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno";
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readHead();
              peer.send(response).readToEnd();
            });
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(
          "POST /up/v1/messages HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000\r\n"
              + "Expect: 100-continue\r\n\r\n");
      assertThat(client.readMessage()).isEqualTo(response);
      client.disconnect();

      RunLog run = bed.nextRun();
      assertThat(Diagnoser.diagnose(RunFacts.of(run)).cause()).isEqualTo(Cause.PROVIDER_TOO_LARGE);
      provider.await();
    }
  }

  @Test
  void largeBodiesInBothDirections_arriveComplete() throws Exception {
    byte[] upload = bytes(new Random(1), 40_000_000);
    byte[] download = bytes(new Random(2), 40_000_000);
    RawProvider.Script both =
        peer -> {
          peer.readHead();
          peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + download.length + "\r\n\r\n");
          var sending = CompletableFuture.runAsync(() -> sendAll(peer, download));
          assertThat(peer.readExactly(upload.length)).isEqualTo(new String(upload, ISO_8859_1));
          sending.get(30, TimeUnit.SECONDS);
        };
    try (var provider = RawProvider.playing(both);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send("POST /up/ HTTP/1.1\r\nHost: h\r\nContent-Length: 40000000\r\n\r\n");
      var sending = CompletableFuture.runAsync(() -> sendAll(client, upload));
      client.readHead();
      assertThat(client.readExactly(download.length)).isEqualTo(new String(download, ISO_8859_1));
      sending.get(30, TimeUnit.SECONDS);
      provider.await();
      assertThat(TestBed.eventNames(bed.nextRun())).doesNotContain("LocalClosed", "Malformed");
    }
  }

  private static void sendAll(Peer peer, byte[] bytes) {
    try {
      peer.send(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void upgradedConnection_isTunnelledBothWays() throws Exception {
    String switching =
        "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readHead();
              peer.send(switching + "hi");
              peer.readUntil("ping");
              peer.send("pong");
            });
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(
          "GET /up/v1/responses HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\n"
              + "Upgrade: websocket\r\n\r\n");
      assertThat(client.readUntil("\r\n\r\nhi")).isEqualTo(switching + "hi");
      client.send("ping");
      assertThat(client.readToEnd()).isEqualTo(new Peer.Rest("pong", Peer.End.FIN));
      assertThat(TestBed.eventNames(bed.nextRun()))
          .contains("ContentOpaque", "PeerClosed")
          .endsWith("RunEnded");
    }
  }

  static Stream<String> bodiless() {
    return Stream.of("HEAD 200", "GET 204", "GET 304");
  }

  @ParameterizedTest
  @MethodSource("bodiless")
  void bodilessResponse_endsWithItsHead(String methodAndStatus) throws Exception {
    String method = methodAndStatus.split(" ", -1)[0];
    String response =
        "HTTP/1.1 " + methodAndStatus.split(" ", -1)[1] + " X\r\nContent-Length: 7\r\n\r\n";
    RawProvider.Script script =
        peer -> {
          for (int i = 0; i < 2; i++) {
            peer.readHead();
            peer.send(response);
          }
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      for (int i = 0; i < 2; i++) {
        client.send(method + " /up/v1/models HTTP/1.1\r\nHost: h\r\n\r\n");
        assertThat(client.readHead()).isEqualTo(response);
        TestBed.only(bed.nextRun(), RunEnded.class);
      }
      provider.await();
    }
  }

  @Test
  void pipelinedRequests_getResponsesInOrder() throws Exception {
    RawProvider.Script script =
        peer -> {
          for (int i = 0; i < 3; i++) {
            String path = peer.readMessage().split(" ", -1)[1];
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path);
          }
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(
          "GET /up/a HTTP/1.1\r\nHost: h\r\n\r\n"
              + "\r\nPOST /up/bb HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx"
              + "GET /up/ccc HTTP/1.1\r\nHost: h\r\n\r\n");

      for (String path : List.of("/a", "/bb", "/ccc")) {
        assertThat(client.readMessage()).endsWith("\r\n\r\n" + path);
      }
    }
  }

  private static byte[] response(Random random) {
    byte[] body = bytes(random, random.nextInt(200_000));
    return switch (random.nextInt(3)) {
      case 0 ->
          concat(
              ("HTTP/1.1 200 Fine\r\nContent-Length: " + body.length + "\r\n\r\n")
                  .getBytes(ISO_8859_1),
              body);
      case 1 ->
          concat(
              "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".getBytes(ISO_8859_1),
              chunked(body, random));
      default -> concat("HTTP/1.0 200 OK\r\n\r\n".getBytes(ISO_8859_1), body);
    };
  }

  private static byte[] chunked(byte[] body, Random random) {
    var text = new StringBuilder();
    for (int at = 0; at < body.length; ) {
      int size = Math.min(body.length - at, 1 + random.nextInt(5_000));
      text.append(Integer.toHexString(size)).append(";ext=1\r\n");
      text.append(new String(body, at, size, ISO_8859_1)).append("\r\n");
      at += size;
    }
    return text.append("0\r\nTrailer: x\r\n\r\n").toString().getBytes(ISO_8859_1);
  }

  private static void sendInPieces(Peer peer, byte[] all, Random random) throws Exception {
    for (int at = 0; at < all.length; ) {
      int size = Math.min(all.length - at, 1 + random.nextInt(random.nextBoolean() ? 50 : 60_000));
      byte[] piece = new byte[size];
      System.arraycopy(all, at, piece, 0, size);
      peer.send(piece);
      at += size;
    }
  }

  private static byte[] bytes(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
