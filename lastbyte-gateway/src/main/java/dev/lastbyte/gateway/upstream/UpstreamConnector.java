// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.core.event.ConnectionEvent.Connected;
import dev.lastbyte.core.event.LifeEvent.RetryReason;
import dev.lastbyte.core.event.LifeEvent.RetryScheduled;
import dev.lastbyte.gateway.Upstream;
import dev.lastbyte.gateway.exchange.Exchange;
import dev.lastbyte.gateway.exchange.ReplayBuffer;
import dev.lastbyte.gateway.recording.RecordedRun;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An exchange's way to its provider: a connection that is at hand, one that another exchange is
 * opening and that can be shared, or a new one; and a new one again after a pause, where recovery
 * is on and it is safe. Used on its event loop only.
 */
public final class UpstreamConnector {

  private final Upstream upstream;
  private final ConnectorConfig connectorConfig;
  private final UpstreamPools pools;
  private final RecordedRun run;
  private final ReplayBuffer replayBuffer;
  private final boolean http2;
  private @Nullable ConnectAttempt dial;
  private boolean pausing;
  private boolean waitingForShared;
  private boolean sharing;

  /**
   * @param http2 whether HTTP/2 is to be spoken, if the provider does
   */
  public UpstreamConnector(
      Upstream upstream,
      ConnectorConfig connectorConfig,
      UpstreamPools pools,
      RecordedRun run,
      ReplayBuffer replayBuffer,
      boolean http2) {
    this.upstream = upstream;
    this.connectorConfig = connectorConfig;
    this.pools = pools;
    this.run = run;
    this.replayBuffer = replayBuffer;
    this.http2 = http2;
  }

  /** Sets out for the first time. */
  public void connect(Exchange exchange) {
    UpstreamHttp2Connection connection = http2 ? pools.http2().take(upstream) : null;
    boolean alone = !http2 || pools.http2().isHttp1Only(upstream);
    UpstreamHttp1Connection pooled = alone ? pools.http1().take(upstream) : null;
    if (connection != null) {
      run.record(connection.connectionEvent(run.upstreamStamp()));
      connection.openStream(exchange);
    } else if (pooled != null) {
      run.record(pooled.reuseEvent(run.upstreamStamp()));
      exchange.connected(pooled);
    } else if (alone) {
      startAttempt(exchange);
    } else {
      connectShared(exchange);
    }
  }

  /** Opens a connection for those too who want to go there meanwhile, or waits for who does. */
  private void connectShared(Exchange exchange) {
    waitingForShared = pools.http2().awaitConnect(upstream, () -> sharedConnectFinished(exchange));
    if (!waitingForShared) {
      sharing = true;
      pools.http2().connectStarted(upstream);
      startAttempt(exchange);
    }
  }

  /**
   * Where there was no connection to be had, everybody finds out for himself what is the matter.
   */
  private void sharedConnectFinished(Exchange exchange) {
    if (!waitingForShared) {
      return;
    }
    waitingForShared = false;
    UpstreamHttp2Connection connection = pools.http2().take(upstream);
    if (connection != null) {
      run.record(new Connected(run.upstreamStamp())); // for this one too: it has served nobody yet
      connection.openStream(exchange);
    } else if (pools.http2().contains(upstream) || pools.http2().isHttp1Only(upstream)) {
      connect(exchange);
    } else {
      startAttempt(exchange);
    }
  }

  private void startAttempt(Exchange exchange) {
    dial = new ConnectAttempt(connectorConfig, exchange, upstream, pools, http2);
    dial.start();
  }

  /** It led to a connection, or to nothing. */
  public void connectFinished() {
    dial = null;
    finishSharing();
  }

  private void finishSharing() {
    if (sharing) {
      sharing = false;
      pools.http2().connectFinished(upstream);
    }
  }

  /** Whether a connection is still to come. */
  public boolean isConnecting() {
    return dial != null || pausing || waitingForShared;
  }

  /**
   * Sets out again after a pause, if that is safe and allowed.
   *
   * @param reason what made it try again
   * @return whether it will
   */
  @SuppressWarnings("FutureReturnValueIgnored")
  public // not set only if the loop has ended, and all with it
  boolean scheduleRetry(Exchange exchange, RetryReason reason) {
    Duration pause = replayBuffer.retryDelay(run, ThreadLocalRandom.current().nextDouble());
    if (pause == null) {
      return false;
    }
    run.record(new RetryScheduled(run.upstreamStamp(), reason, pause.toNanos()));
    pausing = true;
    pools
        .context()
        .loop()
        .schedule(() -> pauseEnded(exchange), pause.toNanos(), TimeUnit.NANOSECONDS);
    return true;
  }

  private void pauseEnded(Exchange exchange) {
    boolean wanted = pausing;
    pausing = false;
    if (wanted) {
      exchange.startNextAttempt();
      startAttempt(exchange);
    }
  }

  /** Nobody waits for a connection any more. */
  public void cancel() {
    if (dial != null) {
      dial.cancel();
    }
    pausing = false;
    waitingForShared = false;
    finishSharing();
  }
}
