// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunLog;
import io.netty.util.NettyRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What comes while an event loop is busy is read in one turn of it. */
@Timeout(60)
class EventLoopOrderTest {

  private static final String ASK = "GET /up/v1 HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String TO_UNREACHABLE = "GET /unreachable/v1 HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String RESPONSE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  @TempDir private Path dir;

  private final HeldLoop held = new HeldLoop();

  /** Holds the event loop of the first run that ends, at the next one that ends on it. */
  private static final class HeldLoop implements GatewayListener {

    private final BlockingQueue<RunLog> ended = new LinkedBlockingQueue<>();
    private final CountDownLatch holding = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile @Nullable Thread loop;

    @Override
    public void runEnded(RunLog log) {
      if (loop == null) {
        loop = Thread.currentThread();
      } else if (loop == Thread.currentThread() && holding.getCount() > 0) {
        holding.countDown();
        await(released);
      }
      if (log.header().provider().value().equals("up")) {
        ended.add(log);
      }
    }

    RunLog nextRun() throws InterruptedException {
      RunLog log = ended.poll(20, TimeUnit.SECONDS);
      assertThat(log).as("a run that ended").isNotNull();
      return log;
    }
  }

  private TestBed bed(RawProvider provider) throws IOException {
    var unreachable = new Upstream("unreachable", TestBed.local(1));
    var up = new Upstream("up", TestBed.local(provider.port()));
    return TestBed.with(
        dir,
        TestBed.local(provider.port()),
        options -> options.upstreams(List.of(up, unreachable)).listener(held));
  }

  /** Occupies every event loop, so that the one that is to be held is among them. */
  private static List<Peer> requestUnreachableOnEachLoop(TestBed bed) throws IOException {
    List<Peer> others = new ArrayList<>();
    for (int i = 0; i < NettyRuntime.availableProcessors() + 1; i++) {
      others.add(bed.client().send(TO_UNREACHABLE));
    }
    return others;
  }

  /** The client's second request is begun only now, and must not be left without an end. */
  @Test
  void responseThenRequestThenClientClose_inOneLoopTurn_leaveNoRunOpen() throws Exception {
    var arrived = new CountDownLatch(1);
    var response = new CountDownLatch(1);
    var responded = new CountDownLatch(1);
    RawProvider.Script script =
        peer -> {
          peer.readHead();
          peer.send(RESPONSE);
          peer.readHead();
          arrived.countDown();
          await(response);
          peer.send(RESPONSE);
          responded.countDown();
          peer.readToEnd();
        };
    try (var provider = RawProvider.playing(script);
        var bed = bed(provider);
        var client = bed.client()) {
      client.send(ASK).readUntil("hi");
      assertThat(TestBed.eventNames(held.nextRun())).contains("BodyEnded");
      client.send(ASK + ASK);
      await(arrived);

      List<Peer> others = requestUnreachableOnEachLoop(bed);
      await(held.holding);
      response.countDown();
      await(responded);
      client.disconnect();
      held.released.countDown();

      assertThat(TestBed.eventNames(held.nextRun()))
          .contains("BodyEnded")
          .doesNotContain("PeerClosed");
      RunLog cut = held.nextRun();
      assertThat(TestBed.eventNames(cut)).doesNotContain("ResponseStarted");
      assertThat(TestBed.only(cut, PeerClosed.class).stamp().vantage())
          .isEqualTo(Vantage.GATEWAY_DOWN);
      for (Peer other : others) {
        other.close();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
