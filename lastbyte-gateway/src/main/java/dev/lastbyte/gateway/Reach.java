// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.ConnectionEvent.Connected;
import dev.lastbyte.core.event.LifeEvent.RetryReason;
import dev.lastbyte.core.event.LifeEvent.RetryScheduled;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An exchange's way to its provider: a connection that is at hand, one that another exchange is
 * opening and that can be shared, or a new one; and a new one again after a pause, where recovery
 * is on and it is safe. Used on its event loop only.
 */
final class Reach {

  private final Upstream upstream;
  private final Dialler dialler;
  private final Lane lane;
  private final RecordedRun run;
  private final Resend resend;
  private final boolean inFrames;
  private @Nullable Dial dial;
  private boolean pausing;
  private boolean waiting;
  private boolean leading;

  /**
   * @param inFrames whether HTTP/2 is to be spoken, if the provider does
   */
  Reach(
      Upstream upstream,
      Dialler dialler,
      Lane lane,
      RecordedRun run,
      Resend resend,
      boolean inFrames) {
    this.upstream = upstream;
    this.dialler = dialler;
    this.lane = lane;
    this.run = run;
    this.resend = resend;
    this.inFrames = inFrames;
  }

  /** Sets out for the first time. */
  void begin(Exchange exchange) {
    ProviderLink link = inFrames ? lane.links().take(upstream) : null;
    boolean alone = !inFrames || lane.links().isWithout(upstream);
    ProviderConnection pooled = alone ? lane.pool().take(upstream) : null;
    if (link != null) {
      run.record(link.joined(run.up()));
      link.open(exchange);
    } else if (pooled != null) {
      run.record(pooled.reused(run.up()));
      exchange.connected(pooled);
    } else if (alone) {
      dial(exchange);
    } else {
      lead(exchange);
    }
  }

  /** Opens a connection for those too who want to go there meanwhile, or waits for who does. */
  private void lead(Exchange exchange) {
    waiting = lane.links().awaitDialled(upstream, () -> settled(exchange));
    if (!waiting) {
      leading = true;
      lane.links().dialling(upstream);
      dial(exchange);
    }
  }

  /**
   * Where there was no connection to be had, everybody finds out for himself what is the matter.
   */
  private void settled(Exchange exchange) {
    if (!waiting) {
      return;
    }
    waiting = false;
    ProviderLink link = lane.links().take(upstream);
    if (link != null) {
      run.record(new Connected(run.up())); // for this one too: it has served nobody yet
      link.open(exchange);
    } else if (lane.links().has(upstream) || lane.links().isWithout(upstream)) {
      begin(exchange);
    } else {
      dial(exchange);
    }
  }

  private void dial(Exchange exchange) {
    dial = new Dial(dialler, exchange, upstream, lane, inFrames);
    dial.start();
  }

  /** It led to a connection, or to nothing. */
  void over() {
    dial = null;
    stopLeading();
  }

  private void stopLeading() {
    if (leading) {
      leading = false;
      lane.links().settled(upstream);
    }
  }

  /** Whether a connection is still to come. */
  boolean isUnderway() {
    return dial != null || pausing || waiting;
  }

  /**
   * Sets out again after a pause, if that is safe and allowed.
   *
   * @param why what made it try again
   * @return whether it will
   */
  @SuppressWarnings(
      "FutureReturnValueIgnored") // not set only if the loop has ended, and all with it
  boolean again(Exchange exchange, RetryReason why) {
    Duration pause = resend.pauseAfter(run, ThreadLocalRandom.current().nextDouble());
    if (pause == null) {
      return false;
    }
    run.record(new RetryScheduled(run.up(), why, pause.toNanos()));
    pausing = true;
    lane.loop().schedule(() -> paused(exchange), pause.toNanos(), TimeUnit.NANOSECONDS);
    return true;
  }

  private void paused(Exchange exchange) {
    boolean wanted = pausing;
    pausing = false;
    if (wanted) {
      exchange.startOver();
      dial(exchange);
    }
  }

  /** Nobody waits for a connection any more. */
  void cancel() {
    if (dial != null) {
      dial.cancel();
    }
    pausing = false;
    waiting = false;
    stopLeading();
  }
}
