// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.core.event.LifeEvent.Aftermath;
import dev.lastbyte.core.event.LifeEvent.ShadowDrained;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.gateway.transport.CloseKind;
import dev.lastbyte.gateway.upstream.UpstreamConnection;
import dev.lastbyte.gateway.upstream.UpstreamListener;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a response on after its client has gone, to say what would have become of it. Its run is
 * over by then, and the outcome is appended to it. Used on its event loop only.
 */
final class ShadowDrain implements UpstreamListener {

  private final ShadowDrains shadowDrains;
  private final RecordedRun run;
  private final ResponsePipe response;
  private final UpstreamConnection provider;
  private final EventLoop loop;
  private final long beganAtNanos;
  private final long receivedBefore;
  private @Nullable Future<?> limit;
  private boolean ended;

  ShadowDrain(
      ShadowDrains shadowDrains,
      RecordedRun run,
      ResponsePipe response,
      UpstreamConnection provider,
      EventLoop loop) {
    this.shadowDrains = shadowDrains;
    this.run = run;
    this.response = response;
    this.provider = provider;
    this.loop = loop;
    this.beganAtNanos = run.now();
    this.receivedBefore = response.received();
  }

  void start() {
    limit =
        loop.schedule(this::timedOut, shadowDrains.maxDuration().toNanos(), TimeUnit.NANOSECONDS);
    provider.attach(this);
    provider.setReading(true);
  }

  @Override
  public RecordedRun run() {
    return run;
  }

  @Override
  public void fromProvider(ByteBuf bytes) {
    response.discard(bytes);
    if (response.isComplete()) {
      end();
    }
  }

  @Override
  public void providerWritabilityChanged() {
    // The request is through.
  }

  @Override
  public void heartbeat() {
    response.heartbeat();
  }

  @Override
  public void providerClosed(CloseKind how) {
    end();
  }

  @Override
  public void internalError(Throwable fault) {
    run.internalError(fault);
    timedOut();
  }

  /** The gateway ends. Called on another thread, and returns when that is recorded. */
  void stop() {
    loop.submit(this::timedOut).awaitUninterruptibly();
  }

  private void timedOut() {
    end(Aftermath.STILL_GOING);
  }

  private void end() {
    if (!ended) {
      response.providerClosed();
      end(response.isProven() ? Aftermath.WHOLE : Aftermath.CUT);
    }
  }

  private void end(Aftermath aftermath) {
    if (ended) {
      return;
    }
    ended = true;
    if (limit != null) {
      limit.cancel(false);
    }
    response.providerClosed();
    provider.close();
    shadowDrains.remove(this);
    long forNanos = run.now() - beganAtNanos;
    long bytes = response.received() - receivedBefore;
    var at = run.handle().stamp(Vantage.GATEWAY_UP);
    run.shadowDrained(new ShadowDrained(at, aftermath, forNanos, bytes));
  }
}
