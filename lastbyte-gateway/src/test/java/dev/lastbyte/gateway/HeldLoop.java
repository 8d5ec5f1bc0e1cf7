// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunLog;
import io.netty.util.NettyRuntime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Holds the event loop of the first run that ends, at the next one that ends on it: what comes
 * meanwhile is read in one turn of the loop.
 */
final class HeldLoop implements GatewayListener {

  private static final String TO_UNREACHABLE = "GET /unreachable/v1 HTTP/1.1\r\nHost: h\r\n\r\n";

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

  /** The upstreams of a gateway whose loop is to be held. */
  static List<Upstream> upstreams(RawProvider provider) {
    return List.of(
        new Upstream("up", TestBed.local(provider.port())),
        new Upstream("unreachable", TestBed.local(1)));
  }

  /**
   * Returns when the loop stands still. Every loop is occupied, so that the one to be held is among
   * them; the clients are the caller's to close.
   */
  List<Peer> hold(TestBed bed) throws IOException {
    List<Peer> others = new ArrayList<>();
    for (int i = 0; i < NettyRuntime.availableProcessors() + 1; i++) {
      others.add(bed.client().send(TO_UNREACHABLE));
    }
    await(holding);
    return others;
  }

  void release() {
    released.countDown();
  }

  /** The next run that ends at the upstream {@code up}. */
  RunLog nextRun() throws InterruptedException {
    RunLog log = ended.poll(20, TimeUnit.SECONDS);
    assertThat(log).as("a run that ended").isNotNull();
    return log;
  }

  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
