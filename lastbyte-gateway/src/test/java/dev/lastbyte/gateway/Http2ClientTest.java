// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.CloseEvent.ResetCode;
import dev.lastbyte.core.event.CloseEvent.StreamReset;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunLog;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that speak HTTP/2, before providers that speak HTTP/1.1. */
@Tag("slow")
@Timeout(300)
class Http2ClientTest {

  private static final long NO_ERROR = 0;
  private static final long PROTOCOL_ERROR = 1;
  private static final long INTERNAL_ERROR = 2;
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  @TempDir private Path dir;

  @Test
  void chunkedResponse_isSentInFrames_andRecordedAsChunked() throws Exception {
    RawProvider.Script script =
        peer -> {
          assertThat(peer.readMessage())
              .startsWith("POST /v1/messages HTTP/1.1\r\n")
              .contains("content-length: 2\r\n")
              .doesNotContain("h.example")
              .endsWith("\r\n\r\n{}");
          peer.send(CHUNKED + "5\r\nhello\r\n").send("6\r\n world\r\n0\r\n\r\n");
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = Http2Peer.over(bed.client())) {
      int stream = client.ask("/up/v1/messages", "{}", "content-length", "2");

      assertThat(client.await(stream).body()).isEqualTo("hello world");
      assertThat(client.await(stream).status()).isEqualTo(200);
      assertThat(client.await(stream).isWhole()).isTrue();
      provider.await();
      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, ResponseStarted.class).framing()).isEqualTo(Framing.CHUNKED);
      assertThat(TestBed.only(run, BodyEnded.class).how()).isEqualTo(BodyEnd.WHOLE);
      assertThat(TestBed.eventNames(run))
          .doesNotContain("StreamReset", "PeerClosed", "LocalClosed");
    }
  }

  @Test
  void aRequestWithoutALength_isChunkedForTheProvider() throws Exception {
    RawProvider.Script script =
        peer -> {
          assertThat(peer.readHead()).contains("transfer-encoding: chunked\r\n");
          assertThat(peer.readUntil("0\r\n\r\n")).isEqualTo("2\r\n{}\r\n0\r\n\r\n");
          peer.send("HTTP/1.1 204 No Content\r\n\r\n");
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = Http2Peer.over(bed.client())) {
      int stream = client.ask("/up/v1/messages", "{}");

      assertThat(client.await(stream).status()).isEqualTo(204);
      provider.await();
    }
  }

  @Test
  void truncatedBody_isAStreamResetForTheClient() throws Exception {
    RawProvider.Script script =
        peer -> {
          peer.readMessage();
          peer.send(CHUNKED + "5\r\nhello\r\n");
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = Http2Peer.over(bed.client())) {
      int stream = client.ask("/up/v1/messages", "{}", "content-length", "2");

      assertThat(client.await(stream).reset()).isEqualTo(INTERNAL_ERROR);
      assertThat(client.await(stream).body()).isEqualTo("hello");
      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, PeerClosed.class).mark()).isEqualTo(CloseMark.FIN);
      StreamReset ours = TestBed.only(run, StreamReset.class);
      assertThat(ours.vantage()).isEqualTo(Vantage.GATEWAY_DOWN);
      assertThat(ours.code()).isEqualTo(ResetCode.INTERNAL_ERROR);
      assertThat(ours.fromPeer()).isFalse();
    }
  }

  @Test
  void closeDelimitedBody_isCompleteForTheClient() throws Exception {
    RawProvider.Script script =
        peer -> {
          peer.readMessage();
          peer.send("HTTP/1.1 200 OK\r\n\r\nall of it");
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = Http2Peer.over(bed.client())) {
      int stream = client.ask("/up/v1/messages", "{}", "content-length", "2");

      assertThat(client.await(stream).isWhole()).isTrue();
      assertThat(client.await(stream).body()).isEqualTo("all of it");
      assertThat(TestBed.only(bed.nextRun(), BodyEnded.class).how()).isEqualTo(BodyEnd.UNFRAMED);
    }
  }

  @Test
  void responseBeforeTheRequestEnd_stopsTheRequestWithNoError() throws Exception {
    RawProvider.Script script =
        peer -> {
          peer.readHead();
          peer.send("HTTP/1.1 413 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = Http2Peer.over(bed.client())) {
      int stream = client.begin("/up/v1/messages", "content-length", "9");
      client.send(stream, "half", false);

      assertThat(client.await(stream).status()).isEqualTo(413);
      while (client.await(stream).reset() < 0) {
        client.readOn();
      }
      assertThat(client.await(stream).reset()).isEqualTo(NO_ERROR);
    }
  }

  @Test
  void cancelledStream_closesItsProviderConnectionOnly() throws Exception {
    RawProvider.Script script =
        peer -> {
          peer.readMessage();
          peer.send(CHUNKED + "5\r\nhello\r\n");
          peer.readToEnd();
        };
    try (var provider = RawProvider.playing(script, Http2ClientTest::respond);
        var bed = TestBed.forProvider(dir, provider);
        var client = Http2Peer.over(bed.client())) {
      int given = client.ask("/up/v1/messages", "{}", "content-length", "2");
      client.awaitBody(given, "hello");
      client.cancel(given);

      RunLog run = bed.nextRun();
      StreamReset reset = TestBed.only(run, StreamReset.class);
      assertThat(reset.vantage()).isEqualTo(Vantage.GATEWAY_DOWN);
      assertThat(reset.code()).isEqualTo(ResetCode.CANCEL);
      assertThat(reset.fromPeer()).isTrue();
      int next = client.ask("/up/v1/messages", "{}", "content-length", "2");
      assertThat(client.await(next).body()).isEqualTo("whole");
    }
  }

  private static void respond(Peer peer) throws IOException {
    peer.readMessage();
    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole");
  }

  @Test
  void unreadStream_pausesItsProviderOnly() throws Exception {
    var stopped = new CompletableFuture<Long>();
    RawProvider.Script endless =
        peer -> {
          peer.readMessage();
          peer.send("HTTP/1.1 200 OK\r\n\r\n");
          stopped.complete(sendUntilHeldUp(peer));
          peer.readToEnd();
        };
    try (var provider = RawProvider.playing(endless);
        var other = RawProvider.playing(Http2ClientTest::respond);
        var bed =
            TestBed.with(
                dir,
                TestBed.local(provider.port()),
                options ->
                    options.upstreams(
                        List.of(
                            new Upstream("up", TestBed.local(provider.port())),
                            new Upstream("other", TestBed.local(other.port())))));
        var client = Http2Peer.over(bed.client())) {
      int slow = client.ask("/up/v1/messages", "{}", "content-length", "2");
      client.starve(slow);
      assertThat(stopped.get(20, TimeUnit.SECONDS)).isLessThan(64L * 1024 * 1024);

      int fast = client.ask("/other/v1/messages", "{}", "content-length", "2");
      assertThat(client.await(fast).body()).isEqualTo("whole");
    }
  }

  /** Sends until nothing was taken for a while, and says how many bytes that were. */
  private static long sendUntilHeldUp(Peer peer) throws IOException {
    byte[] much = new byte[64 * 1024];
    long sent = 0;
    var channel = peer.socket().getChannel();
    channel.configureBlocking(false);
    try (var selector = Selector.open()) {
      channel.register(selector, SelectionKey.OP_WRITE);
      while (selector.select(500) > 0) {
        selector.selectedKeys().clear();
        sent += channel.write(ByteBuffer.wrap(much));
      }
    }
    channel.configureBlocking(true);
    return sent;
  }

  @Test
  void clientClose_endsAllItsStreams() throws Exception {
    RawProvider.Script script =
        peer -> {
          peer.readMessage();
          peer.send(CHUNKED + "5\r\nhello\r\n");
          peer.readToEnd();
        };
    try (var provider = RawProvider.playing(script, script);
        var bed = TestBed.forProvider(dir, provider);
        var client = Http2Peer.over(bed.client())) {
      client.awaitBody(client.ask("/up/v1/messages", "{}", "content-length", "2"), "hello");
      client.begin("/up/v1/messages", "content-length", "2");
      client.disconnect();

      for (int i = 0; i < 2; i++) {
        PeerClosed gone = TestBed.only(bed.nextRun(), PeerClosed.class);
        assertThat(gone.vantage()).isEqualTo(Vantage.GATEWAY_DOWN);
      }
    }
  }

  @Test
  void gatewayClose_letsOpenStreamsFinish() throws Exception {
    var ending = new CompletableFuture<Void>();
    RawProvider.Script script =
        peer -> {
          peer.readMessage();
          peer.send(CHUNKED + "5\r\nhello\r\n");
          ending.get(20, TimeUnit.SECONDS);
          peer.send("0\r\n\r\n");
        };
    try (var provider = RawProvider.playing(script);
        var bed =
            TestBed.with(
                dir,
                TestBed.local(provider.port()),
                options -> options.drainTimeout(Duration.ofSeconds(20)));
        var client = Http2Peer.over(bed.client())) {
      int stream = client.ask("/up/v1/messages", "{}", "content-length", "2");
      client.awaitBody(stream, "hello");
      Thread gateway = Thread.ofVirtual().start(bed::closeGateway);
      client.awaitGoAway();
      ending.complete(null);

      assertThat(client.await(stream).isWhole()).isTrue();
      assertThat(gateway.join(Duration.ofSeconds(20))).isTrue();
    }
  }

  @Test
  void fieldWithLineBreak_isRejected_andNotForwarded() throws Exception {
    try (var provider =
            RawProvider.playing(peer -> {
              throw new SocketException("no client was to come");
            });
        var bed = TestBed.forProvider(dir, provider);
        var client = Http2Peer.over(bed.client())) {
      int stream = client.ask("/up/v1/messages", "{}", "x-a", "1\r\nContent-Length: 99");

      assertThat(client.await(stream).reset()).isEqualTo(PROTOCOL_ERROR);
      assertThat(bed.endedRuns()).isEmpty();
    }
  }

  @Test
  void connect_isRefused() throws Exception {
    assertRefused(":method", "CONNECT", ":authority", "h.example:443");
  }

  /** RFC 8441: with a scheme and a path, it opens a tunnel to what stands behind an upstream. */
  @Test
  void extendedConnect_isRefused() throws Exception {
    assertRefused(
        ":method",
        "CONNECT",
        ":protocol",
        "websocket",
        ":scheme",
        "https",
        ":path",
        "/up/v1/responses",
        ":authority",
        "h.example");
  }

  private void assertRefused(String... head) throws Exception {
    try (var provider =
            RawProvider.playing(peer -> {
              throw new SocketException("no client was to come");
            });
        var bed = TestBed.forProvider(dir, provider);
        var client = Http2Peer.over(bed.client())) {
      Http2Peer.Response response = client.await(client.askWith(head));

      assertThat(response.status()).isEqualTo(405);
      assertThat(response.body()).contains("method_not_allowed");
      assertThat(bed.endedRuns()).isEmpty();
    }
  }

  @Test
  void adminEndpoint_respondsOverHttp2() throws Exception {
    try (var provider = RawProvider.playing();
        var bed = TestBed.forProvider(dir, provider);
        var client = Http2Peer.over(bed.client())) {
      int nowhere = client.ask("/nowhere/v1", "{}");

      assertThat(client.await(nowhere).status()).isEqualTo(404);
      assertThat(client.await(nowhere).body()).contains("unknown_upstream");
    }
  }

  @Test
  void partialPreface_isAwaited_andHttp1RequestsAreNotDelayed() throws Exception {
    try (var provider = RawProvider.playing(Http2ClientTest::respond);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {
      client.send("P");
      assertThat(
              client
                  .send("OST /up/v1/messages HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}")
                  .readMessage())
          .endsWith("whole");
    }
  }
}
