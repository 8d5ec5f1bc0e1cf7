// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.log.RunClock;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;

/**
 * Hears that connections cannot be accepted, as the last one to hear it: whoever accepts has paused
 * for a second by then. Left to Netty it would be logged, which needs a file, and when there is
 * none to be had the event loop would die of that.
 */
final class AcceptFailures extends ChannelInboundHandlerAdapter {

  private static final long QUIET_NANOS = Duration.ofMinutes(10).toNanos();

  private final GatewayListener listener;
  private final RunClock clock;
  private boolean told;
  private long toldAtNanos;

  AcceptFailures(GatewayListener listener, RunClock clock) {
    this.listener = listener;
    this.clock = clock;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    long now = clock.nanos();
    if (told && now - toldAtNanos < QUIET_NANOS) {
      return;
    }
    told = true;
    toldAtNanos = now;
    try {
      listener.trouble(
          "clients cannot be accepted and have to wait, as long as this lasts: "
              + cause.getMessage());
    } catch (RuntimeException theirs) {
      // A listener's fault is not the traffic's.
    }
  }
}
