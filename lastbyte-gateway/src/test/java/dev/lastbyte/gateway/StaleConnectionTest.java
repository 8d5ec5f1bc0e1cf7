// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.ConnectionEvent.SocketState;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.gateway.transport.Transport;
import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A connection that its provider ends about when the next request is written on it. */
@Timeout(300)
class StaleConnectionTest {

  private static final String REQUEST =
      "POST /up/v1/messages HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @TempDir private Path dir;

  private final HeldLoop held = new HeldLoop();
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /** How a provider ends a connection. */
  private interface End {
    void of(Peer peer) throws IOException;
  }

  /** Serves once, and ends the idle connection when it is told to. */
  private RawProvider.Script servingOnceThen(End end) {
    return peer -> {
      peer.readMessage();
      peer.send(OK);
      HeldLoop.await(waiting);
      end.of(peer);
      ended.countDown();
    };
  }

  private static void serve(Peer peer) throws IOException {
    peer.readMessage();
    peer.send(OK);
  }

  private static Diagnosis diagnose(RunLog run) {
    return Diagnoser.diagnose(RunFacts.of(run));
  }

  /** What becomes of a second request that an event loop reads before it reads the end. */
  private RunLog runWhoseProviderEndsFirst(End end) throws Exception {
    assumeTrue(Epoll.isAvailable());
    try (var provider = RawProvider.playing(servingOnceThen(end), StaleConnectionTest::serve);
        var bed =
            TestBed.with(
                dir,
                TestBed.local(provider.port()),
                options -> options.upstreams(HeldLoop.upstreams(provider)).listener(held));
        var client = bed.client()) {
      client.send(REQUEST).readMessage();
      held.nextRun();
      List<Peer> others = held.hold(bed);
      client.send(REQUEST);
      waiting.countDown();
      HeldLoop.await(ended);
      held.release();
      RunLog run = held.nextRun();
      for (Peer other : others) {
        other.close();
      }
      return run;
    }
  }

  @Test
  void finThatTheLoopHasNotRead_isSeenInTheKernel_andTheConnectionIsNotUsed() throws Exception {
    RunLog run = runWhoseProviderEndsFirst(Peer::disconnect);

    assertThat(TestBed.eventNames(run))
        .contains("Connected", "BodyEnded")
        .doesNotContain("ConnectionReused");
  }

  @Test
  void resetThatTheLoopHasNotRead_isSeenInTheKernel_andTheConnectionIsNotUsed() throws Exception {
    RunLog run = runWhoseProviderEndsFirst(Peer::reset);

    assertThat(TestBed.eventNames(run))
        .contains("Connected", "BodyEnded")
        .doesNotContain("ConnectionReused");
  }

  private static void assertProvenStale(RunLog run, SocketState looked) {
    assertThat(TestBed.only(run, ConnectionReused.class).looked()).isEqualTo(looked);
    assertThat(TestBed.only(run, PeerClosed.class).requestReached()).isEqualTo(Known.NO);
    Diagnosis diagnosis = diagnose(run);
    assertThat(diagnosis.cause()).isEqualTo(Cause.CONN_STALE_REUSE);
    assertThat(diagnosis.confidence()).isEqualTo(Certainty.PROVEN);
    assertThat(diagnosis.missing()).doesNotContain(Missing.SOCKET_BEFORE_REUSE);
  }

  /** Lets the provider end the connection after the look, and before the request is written. */
  private final class EndingClock implements RunClock {

    private volatile boolean armed;

    @Override
    public long nanos() {
      if (armed && isAskedFor("reuseEvent")) {
        armed = false;
        waiting.countDown();
        HeldLoop.await(ended);
      }
      return System.nanoTime();
    }

    private static boolean isAskedFor(String method) {
      return StackWalker.getInstance()
          .walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals(method)));
    }

    @Override
    public long epochMillis() {
      return System.currentTimeMillis();
    }
  }

  private RunLog runWhoseProviderEndsAfterTheLook(End end, Transport transport) throws Exception {
    var clock = new EndingClock();
    try (var provider = RawProvider.playing(servingOnceThen(end));
        var bed = TestBed.withClock(dir, provider, clock, transport);
        var client = bed.client()) {
      client.send(REQUEST).readMessage();
      bed.nextRun();
      clock.armed = true;
      client.send(REQUEST).readToEnd();
      return bed.nextRun();
    }
  }

  @Test
  void finBetweenTheLookAndTheWrite_provesStaleReuse() throws Exception {
    assumeTrue(Epoll.isAvailable());

    RunLog run = runWhoseProviderEndsAfterTheLook(Peer::disconnect, Transport.best());

    assertProvenStale(run, SocketState.OPEN);
  }

  @Test
  void resetBetweenTheLookAndTheWrite_provesStaleReuse() throws Exception {
    assumeTrue(Epoll.isAvailable());

    RunLog run = runWhoseProviderEndsAfterTheLook(Peer::reset, Transport.best());

    assertProvenStale(run, SocketState.OPEN);
  }

  @Test
  void withoutTheKernelsWord_resetBeforeTheWrite_provesStaleReuse() throws Exception {
    RunLog run = runWhoseProviderEndsAfterTheLook(Peer::reset, Transport.nio());

    assertProvenStale(run, SocketState.UNKNOWN);
  }

  @Test
  void withoutTheKernelsWord_finBeforeTheWrite_provesNothing() throws Exception {
    RunLog run = runWhoseProviderEndsAfterTheLook(Peer::disconnect, Transport.nio());

    assertThat(TestBed.only(run, PeerClosed.class).requestReached()).isEqualTo(Known.UNKNOWN);
    assertThat(diagnose(run).missing()).contains(Missing.SOCKET_BEFORE_REUSE);
  }

  /** The time of all machines, moved by the provider. */
  private static final class MovedClock implements RunClock {

    private final AtomicLong nanos = new AtomicLong();

    void advance(Duration by) {
      nanos.addAndGet(by.toNanos());
    }

    @Override
    public long nanos() {
      return nanos.get();
    }

    @Override
    public long epochMillis() {
      return nanos.get() / 1_000_000;
    }
  }

  private RunLog runReadBeforeTheEnd(Duration silence, End end) throws Exception {
    var clock = new MovedClock();
    RawProvider.Script script =
        peer -> {
          peer.readMessage();
          peer.send(OK);
          peer.readMessage();
          clock.advance(silence);
          end.of(peer);
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.withClock(dir, provider, clock);
        var client = bed.client()) {
      client.send(REQUEST).readMessage();
      bed.nextRun();
      client.send(REQUEST).readToEnd();
      return bed.nextRun();
    }
  }

  @Test
  void providerThatReadTheRequest_thenWasSilent_thenClosed_isAnEmptyReply() throws Exception {
    RunLog run = runReadBeforeTheEnd(Duration.ofSeconds(4), Peer::disconnect);

    SocketState seen = Epoll.isAvailable() ? SocketState.OPEN : SocketState.UNKNOWN;
    assertThat(TestBed.only(run, ConnectionReused.class).looked()).isEqualTo(seen);
    assertThat(TestBed.only(run, PeerClosed.class).requestReached()).isEqualTo(Known.UNKNOWN);
    assertThat(diagnose(run).cause()).isEqualTo(Cause.WAIT_EMPTY_REPLY);
    assertThat(diagnose(run).confidence()).isEqualTo(Certainty.PROVEN);
  }

  @Test
  void providerThatReadTheRequest_andResetAtOnce_isNoProofOfStaleReuse() throws Exception {
    RunLog run = runReadBeforeTheEnd(Duration.ZERO, Peer::reset);

    assertThat(TestBed.only(run, PeerClosed.class).requestReached()).isEqualTo(Known.UNKNOWN);
    assertThat(diagnose(run).cause()).isEqualTo(Cause.WAIT_EMPTY_REPLY);
  }

  @Test
  void providerThatReadTheRequest_andClosedAtOnce_isNoProofOfStaleReuse() throws Exception {
    RunLog run = runReadBeforeTheEnd(Duration.ZERO, Peer::disconnect);

    assertThat(TestBed.only(run, PeerClosed.class).requestReached()).isEqualTo(Known.UNKNOWN);
    assertThat(diagnose(run).cause()).isEqualTo(Cause.WAIT_EMPTY_REPLY);
  }

  @Test
  void reuse_tellsTheRoundTripOfItsDial() throws Exception {
    RunLog run = runReadBeforeTheEnd(Duration.ZERO, Peer::disconnect);

    assertThat(TestBed.only(run, ConnectionReused.class).roundTripNanos()).isNotNull();
  }
}
