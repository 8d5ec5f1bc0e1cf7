// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.core.log.RunClock;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Unused connections to providers, of one event loop; used on that loop only. The one used last is
 * given out first, so that the others grow old and go. One sweep is scheduled at a time, for the
 * oldest: a timer for each connection would be set and taken back with every request.
 */
@SuppressWarnings("FutureReturnValueIgnored") // no timer can be set only when the loop has ended
public final class Http1ConnectionPool {

  /** The most unused connections kept for one upstream on one loop. */
  static final int MAX_IDLE = 128;

  private final EventLoop loop;
  private final RunClock clock;
  private final long maxIdleNanos;
  private final Map<UpstreamTarget, ArrayDeque<UpstreamHttp1Connection>> idle = new HashMap<>();
  private boolean sweeping;

  public Http1ConnectionPool(EventLoop loop, RunClock clock, Duration maxIdle) {
    this.loop = loop;
    this.clock = clock;
    this.maxIdleNanos = maxIdle.toNanos();
  }

  @Nullable UpstreamHttp1Connection take(UpstreamTarget upstream) {
    ArrayDeque<UpstreamHttp1Connection> waiting = idle.get(upstream);
    return waiting == null ? null : waiting.pollLast();
  }

  void put(UpstreamHttp1Connection connection) {
    var waiting = idle.computeIfAbsent(connection.upstream(), upstream -> new ArrayDeque<>());
    waiting.addLast(connection);
    if (waiting.size() > MAX_IDLE) {
      waiting.removeFirst().close();
    }
    scheduleSweep(maxIdleNanos);
  }

  /** Forgets a connection that ended while no exchange used it. */
  void remove(UpstreamHttp1Connection connection) {
    ArrayDeque<UpstreamHttp1Connection> waiting = idle.get(connection.upstream());
    if (waiting != null) {
      waiting.remove(connection);
    }
  }

  private void scheduleSweep(long nanos) {
    if (!sweeping) {
      sweeping = true;
      loop.schedule(this::sweep, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void sweep() {
    sweeping = false;
    long now = clock.nanos();
    long oldest = Long.MIN_VALUE;
    for (ArrayDeque<UpstreamHttp1Connection> waiting : idle.values()) {
      while (!waiting.isEmpty() && waiting.getFirst().idleNanos(now) >= maxIdleNanos) {
        waiting.removeFirst().close();
      }
      if (!waiting.isEmpty()) {
        oldest = Math.max(oldest, waiting.getFirst().idleNanos(now));
      }
    }
    if (oldest != Long.MIN_VALUE) {
      scheduleSweep(maxIdleNanos - oldest);
    }
  }
}
