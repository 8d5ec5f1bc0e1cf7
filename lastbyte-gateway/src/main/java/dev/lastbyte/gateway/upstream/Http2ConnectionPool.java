// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.core.log.RunClock;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections to providers on which HTTP/2 is spoken, of one event loop; used on that loop
 * only. There are few of them, since exchanges share each.
 */
@SuppressWarnings("FutureReturnValueIgnored") // no timer can be set only when the loop has ended
public final class Http2ConnectionPool {

  private final EventLoop loop;
  private final RunClock clock;
  private final long maxIdleNanos;
  private final List<UpstreamHttp2Connection> connections = new ArrayList<>();
  private final Set<UpstreamTarget> http1Only = new HashSet<>();
  private final Map<UpstreamTarget, List<Runnable>> pendingConnects = new HashMap<>();
  private boolean sweeping;

  public Http2ConnectionPool(EventLoop loop, RunClock clock, Duration maxIdle) {
    this.loop = loop;
    this.clock = clock;
    this.maxIdleNanos = maxIdle.toNanos();
  }

  /** A connection that has room for another stream, or null if there is none. */
  @Nullable UpstreamHttp2Connection take(UpstreamTarget upstream) {
    for (UpstreamHttp2Connection connection : connections) {
      if (connection.upstream().equals(upstream) && connection.hasRoom()) {
        return connection;
      }
    }
    return null;
  }

  /** Whether there is a connection, be it with room or without. */
  boolean contains(UpstreamTarget upstream) {
    return connections.stream().anyMatch(connection -> connection.upstream().equals(upstream));
  }

  /** A connection is being opened, which other runs may wait for. */
  void connectStarted(UpstreamTarget upstream) {
    pendingConnects.putIfAbsent(upstream, new ArrayList<>());
  }

  /**
   * Calls back once when no connection is being opened any more, whatever came of it.
   *
   * @return false if none is being opened, so that nothing is to be waited for
   */
  boolean awaitConnect(UpstreamTarget upstream, Runnable then) {
    List<Runnable> waiting = pendingConnects.get(upstream);
    return waiting != null && waiting.add(then);
  }

  /** No connection is being opened any more. */
  void connectFinished(UpstreamTarget upstream) {
    List<Runnable> waiting = pendingConnects.remove(upstream);
    if (waiting != null) {
      waiting.forEach(Runnable::run);
    }
  }

  void add(UpstreamHttp2Connection connection) {
    connections.add(connection);
    scheduleSweep();
  }

  void remove(UpstreamHttp2Connection connection) {
    connections.remove(connection);
  }

  /** A provider chose HTTP/1.1 when it was asked. */
  void markHttp1Only(UpstreamTarget upstream) {
    http1Only.add(upstream);
  }

  /** Whether a provider is known to choose HTTP/1.1. */
  boolean isHttp1Only(UpstreamTarget upstream) {
    return http1Only.contains(upstream);
  }

  private void scheduleSweep() {
    if (!sweeping) {
      sweeping = true;
      loop.schedule(this::sweep, Math.max(1, maxIdleNanos), TimeUnit.NANOSECONDS);
    }
  }

  private void sweep() {
    sweeping = false;
    long now = clock.nanos();
    for (UpstreamHttp2Connection connection : List.copyOf(connections)) {
      if (connection.isIdle() && connection.idleNanos(now) >= maxIdleNanos) {
        connections.remove(connection);
        connection.close();
      }
    }
    if (!connections.isEmpty()) {
      scheduleSweep();
    }
  }
}
