// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.log.RunClock;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Objects;

/** The lane of each event loop, made before the first connection and never changed. */
final class Lanes {

  private final IdentityHashMap<EventLoop, Lane> byLoop = new IdentityHashMap<>();

  Lanes(EventLoopGroup loops, RunClock clock, Duration maxIdle) {
    for (EventExecutor executor : loops) {
      var loop = (EventLoop) executor;
      var pool = new ConnectionPool(loop, clock, maxIdle);
      byLoop.put(loop, new Lane(loop, pool, new ProviderLinks(loop, clock, maxIdle)));
    }
  }

  Lane of(EventLoop loop) {
    return Objects.requireNonNull(byLoop.get(loop), "a loop of another group");
  }
}
