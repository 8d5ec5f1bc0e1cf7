// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.LifeEvent.Aftermath;
import dev.lastbyte.core.event.LifeEvent.ShadowDrained;
import dev.lastbyte.core.event.Vantage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer on after its client has gone, to say what would have become of it. Its run is
 * over by then, and is told of it afterwards. Used on its event loop only.
 */
final class ShadowDrain implements ProviderListener {

  private final ShadowDrains drains;
  private final RecordedRun run;
  private final AnswerWay answer;
  private final ProviderSide provider;
  private final EventLoop loop;
  private final long beganAtNanos;
  private final long receivedBefore;
  private @Nullable Future<?> limit;
  private boolean over;

  ShadowDrain(
      ShadowDrains drains,
      RecordedRun run,
      AnswerWay answer,
      ProviderSide provider,
      EventLoop loop) {
    this.drains = drains;
    this.run = run;
    this.answer = answer;
    this.provider = provider;
    this.loop = loop;
    this.beganAtNanos = run.now();
    this.receivedBefore = answer.received();
  }

  void begin() {
    limit = loop.schedule(this::gaveUp, drains.longest().toNanos(), TimeUnit.NANOSECONDS);
    provider.serve(this);
    provider.keepReading(true);
  }

  @Override
  public RecordedRun run() {
    return run;
  }

  @Override
  public void fromProvider(ByteBuf bytes) {
    answer.drop(bytes);
    if (answer.isWhole()) {
      end();
    }
  }

  @Override
  public void providerWritabilityChanged() {
    // The request is through.
  }

  @Override
  public void heartbeat() {
    answer.heartbeat();
  }

  @Override
  public void providerEnded(SideEnd how) {
    end();
  }

  @Override
  public void failed(Throwable fault) {
    run.ownFault(fault);
    gaveUp();
  }

  /** The gateway ends. Called on another thread, and returns when that is told. */
  void stop() {
    loop.submit(this::gaveUp).awaitUninterruptibly();
  }

  private void gaveUp() {
    end(Aftermath.STILL_GOING);
  }

  private void end() {
    if (!over) {
      answer.providerEnded();
      end(answer.isProven() ? Aftermath.WHOLE : Aftermath.CUT);
    }
  }

  private void end(Aftermath aftermath) {
    if (over) {
      return;
    }
    over = true;
    if (limit != null) {
      limit.cancel(false);
    }
    answer.providerEnded();
    provider.close();
    drains.remove(this);
    long forNanos = run.now() - beganAtNanos;
    long bytes = answer.received() - receivedBefore;
    var at = run.told().now(Vantage.GATEWAY_UP);
    run.told().tell(List.of(new ShadowDrained(at, aftermath, forNanos, bytes)));
  }
}
