// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import dev.lastbyte.core.log.RunClock;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Hears that connections cannot be accepted, as the last handler to hear it: Netty's acceptor has
 * paused for a second by then. Left to Netty the failure would be logged, which needs a file, and
 * when there is none to be had the event loop would die of that.
 */
public final class AcceptFailureHandler extends ChannelInboundHandlerAdapter {

  private static final long QUIET_NANOS = Duration.ofMinutes(10).toNanos();

  private final Consumer<String> warnings;
  private final RunClock clock;
  private boolean reported;
  private long reportedAtNanos;

  /**
   * @param warnings takes a line that is fit to be shown
   */
  public AcceptFailureHandler(Consumer<String> warnings, RunClock clock) {
    this.warnings = warnings;
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
    warnings.accept(
        "clients cannot be accepted and have to wait, as long as this lasts: "
            + cause.getMessage());
  }
}
