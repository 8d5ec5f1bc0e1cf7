// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

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
@SuppressWarnings(
    "FutureReturnValueIgnored") // a timer that cannot be set means that the loop has ended
final class ProviderLinks {

  private final EventLoop loop;
  private final RunClock clock;
  private final long maxIdleNanos;
  private final List<ProviderLink> links = new ArrayList<>();
  private final Set<Upstream> without = new HashSet<>();
  private final Map<Upstream, List<Runnable>> dialled = new HashMap<>();
  private boolean sweeping;

  ProviderLinks(EventLoop loop, RunClock clock, Duration maxIdle) {
    this.loop = loop;
    this.clock = clock;
    this.maxIdleNanos = maxIdle.toNanos();
  }

  /** One that has room for another stream, or null if there is none. */
  @Nullable ProviderLink take(Upstream upstream) {
    for (ProviderLink link : links) {
      if (link.upstream().equals(upstream) && link.hasRoom()) {
        return link;
      }
    }
    return null;
  }

  /** Whether there is one, be it with room or without. */
  boolean has(Upstream upstream) {
    return links.stream().anyMatch(link -> link.upstream().equals(upstream));
  }

  /** One is being opened, which others may wait for. */
  void dialling(Upstream upstream) {
    dialled.putIfAbsent(upstream, new ArrayList<>());
  }

  /**
   * Calls back once when nobody opens one any more, whatever came of it.
   *
   * @return false if nobody does, so that nothing is to be waited for
   */
  boolean awaitDialled(Upstream upstream, Runnable then) {
    List<Runnable> waiting = dialled.get(upstream);
    return waiting != null && waiting.add(then);
  }

  /** Nobody opens one any more. */
  void settled(Upstream upstream) {
    List<Runnable> waiting = dialled.remove(upstream);
    if (waiting != null) {
      waiting.forEach(Runnable::run);
    }
  }

  void add(ProviderLink link) {
    links.add(link);
    sweepLater();
  }

  void drop(ProviderLink link) {
    links.remove(link);
  }

  /** A provider chose HTTP/1.1 when it was asked. */
  void knowWithout(Upstream upstream) {
    without.add(upstream);
  }

  /** Whether a provider is known to choose HTTP/1.1. */
  boolean isWithout(Upstream upstream) {
    return without.contains(upstream);
  }

  private void sweepLater() {
    if (!sweeping) {
      sweeping = true;
      loop.schedule(this::sweep, Math.max(1, maxIdleNanos), TimeUnit.NANOSECONDS);
    }
  }

  private void sweep() {
    sweeping = false;
    long now = clock.nanos();
    for (ProviderLink link : List.copyOf(links)) {
      if (link.isIdle() && link.idleNanos(now) >= maxIdleNanos) {
        links.remove(link);
        link.close();
      }
    }
    if (!links.isEmpty()) {
      sweepLater();
    }
  }
}
