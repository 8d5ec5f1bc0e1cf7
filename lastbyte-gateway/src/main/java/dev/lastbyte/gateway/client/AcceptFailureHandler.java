// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.gateway.GatewayListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;

/**
 * Hears that connections cannot be accepted, as the last one to hear it: whoever accepts has paused
 * for a second by then. Left to Netty it would be logged, which needs a file, and when there is
 * none to be had the event loop would die of that.
 */
public final class AcceptFailureHandler extends ChannelInboundHandlerAdapter {

  private static final long QUIET_NANOS = Duration.ofMinutes(10).toNanos();

  private final GatewayListener listener;
  private final RunClock clock;
  private boolean reported;
  private long reportedAtNanos;

  public AcceptFailureHandler(GatewayListener listener, RunClock clock) {
    this.listener = listener;
    this.clock = clock;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    long now = clock.nanos();
    if (reported && now - reportedAtNanos < QUIET_NANOS) {
      return;
    }
    reported = true;
    reportedAtNanos = now;
    try {
      listener.warning(
          "clients cannot be accepted and have to wait, as long as this lasts: "
              + cause.getMessage());
    } catch (RuntimeException listenerFault) {
      // A listener's fault is not the traffic's.
    }
  }
}
