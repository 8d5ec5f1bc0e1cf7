// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.gateway.recording.RunCheckpointer;
import dev.lastbyte.gateway.transport.EventLoopContext;
import dev.lastbyte.gateway.upstream.Http1ConnectionPool;
import dev.lastbyte.gateway.upstream.Http2ConnectionPool;
import dev.lastbyte.gateway.upstream.UpstreamPools;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Objects;

/** The worker of each event loop, made before the first connection and never changed. */
public final class Workers {

  private final IdentityHashMap<EventLoop, Worker> byLoop = new IdentityHashMap<>();

  public Workers(EventLoopGroup loops, RunClock clock, Duration maxIdle) {
    for (EventExecutor executor : loops) {
      var loop = (EventLoop) executor;
      var context = new EventLoopContext(loop);
      var pools =
          new UpstreamPools(
              context,
              new Http1ConnectionPool(loop, clock, maxIdle),
              new Http2ConnectionPool(loop, clock, maxIdle));
      byLoop.put(loop, new Worker(context, pools, new RunCheckpointer(loop)));
    }
  }

  public Worker of(EventLoop loop) {
    return Objects.requireNonNull(byLoop.get(loop), "a loop of another group");
  }
}
