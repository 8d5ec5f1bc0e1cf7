// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.log.RunLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A connection to a provider serves again, and is never trusted to have stayed alive. */
@Timeout(300)
class ConnectionReuseTest {

  private static final String REQUEST =
      "POST /up/v1/messages HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @TempDir private Path dir;

  @Test
  void nextRequest_reusesTheConnection() throws Exception {
    RawProvider.Script twice =
        peer -> {
          peer.readMessage();
          peer.send(OK);
          peer.readMessage();
          peer.send(OK);
        };
    try (var provider = RawProvider.playing(twice);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readMessage()).isEqualTo(OK);
      assertThat(TestBed.eventNames(bed.nextRun())).contains("Connected");
      assertThat(client.send(REQUEST).readMessage()).isEqualTo(OK);

      RunLog second = bed.nextRun();
      assertThat(TestBed.eventNames(second))
          .containsExactly(
              "AttemptStarted",
              "RequestDescribed",
              "ConnectionReused",
              "RequestBegan",
              "RequestSent",
              "ResponseStarted",
              "BodyBegan",
              "BodyEnded",
              "RunEnded");
      ConnectionReused reused = TestBed.only(second, ConnectionReused.class);
      assertThat(reused.ageNanos()).isGreaterThanOrEqualTo(reused.idleNanos());
      assertThat(reused.idleNanos()).isPositive();
    }
  }

  @Test
  void resetOnAReusedConnection_isMirrored_andNotReplayed() throws Exception {
    try (var provider =
            RawProvider.playing(
                peer -> {
                  peer.readMessage();
                  peer.send(OK);
                  peer.readMessage();
                  peer.reset();
                },
                peer -> peer.send("a replay must not come here"));
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(REQUEST).readMessage();
      bed.nextRun();

      assertThat(client.send(REQUEST).readToEnd()).isEqualTo(new Peer.Rest("", Peer.End.RST));
      RunLog run = bed.nextRun();
      TestBed.only(run, ConnectionReused.class);
      assertThat(TestBed.only(run, PeerClosed.class).mark()).isEqualTo(CloseMark.RST);
      assertThat(TestBed.only(run, PeerClosed.class).received()).isZero();
    }
  }

  @Test
  void connectionClosedWhileIdle_isNotReused() throws Exception {
    var dropped = new CompletableFuture<Void>();
    try (var provider =
            RawProvider.playing(
                peer -> {
                  peer.readMessage();
                  peer.send(OK);
                  peer.fin().readToEnd(); // ends when the gateway has seen the end, and ended too
                  dropped.complete(null);
                },
                peer -> {
                  peer.readMessage();
                  peer.send(OK);
                });
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(REQUEST).readMessage();
      bed.nextRun();
      dropped.get(10, TimeUnit.SECONDS);

      assertThat(client.send(REQUEST).readMessage()).isEqualTo(OK);
      assertThat(TestBed.eventNames(bed.nextRun())).contains("Connected");
    }
  }

  @Test
  void bytesBeyondTheResponse_areDiscarded() throws Exception {
    RawProvider.Script chatty =
        peer -> {
          peer.readMessage();
          peer.send(OK + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
          peer.readToEnd();
        };
    try (var provider = RawProvider.playing(chatty);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      assertThat(client.send(REQUEST).readToEnd()).isEqualTo(new Peer.Rest(OK, Peer.End.FIN));
      provider.await();
    }
  }

  @Test
  void idleConnection_isClosedAfterMaxIdle() throws Exception {
    var ended = new CompletableFuture<Peer.Rest>();
    RawProvider.Script once =
        peer -> {
          peer.readMessage();
          peer.send(OK);
          ended.complete(peer.readToEnd());
        };
    try (var provider = RawProvider.playing(once);
        var bed =
            TestBed.with(
                dir,
                TestBed.local(provider.port()),
                options -> options.maxIdle(Duration.ofMillis(20)));
        var client = bed.client()) {

      client.send(REQUEST).readMessage();

      assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(new Peer.Rest("", Peer.End.FIN));
    }
  }
}
