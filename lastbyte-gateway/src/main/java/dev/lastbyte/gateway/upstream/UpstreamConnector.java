// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.core.event.ConnectionEvent.Connected;
import dev.lastbyte.core.event.ConnectionEvent.SocketState;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.gateway.upstream.ConnectResult.Established;
import org.jspecify.annotations.Nullable;

/**
 * Connects one run to its provider: by a connection from the pool, by one that another run is
 * opening and that can be shared, or by a new one. Used on its event loop only.
 */
public final class UpstreamConnector {

  private final UpstreamTarget upstream;
  private final ConnectorConfig connectorConfig;
  private final UpstreamPools pools;
  private final RecordedRun run;
  private final boolean http2;
  private @Nullable ConnectAttempt attempt;
  private boolean waitingForShared;
  private boolean sharing;
  private boolean cancelled;

  /**
   * @param http2 whether HTTP/2 is to be spoken, if the provider does
   */
  public UpstreamConnector(
      UpstreamTarget upstream,
      ConnectorConfig connectorConfig,
      UpstreamPools pools,
      RecordedRun run,
      boolean http2) {
    this.upstream = upstream;
    this.connectorConfig = connectorConfig;
    this.pools = pools;
    this.run = run;
    this.http2 = http2;
  }

  /** Finds a connection or opens one. */
  public void connect(ConnectCallback callback) {
    boolean alone = !http2 || pools.http2().isHttp1Only(upstream);
    if (http2 && tookShared(callback)) {
      return;
    }
    if (!alone) {
      connectShared(callback);
    } else if (!tookPooled(callback)) {
      connectAnew(callback);
    }
  }

  /** Opens a stream on a connection that others use too, unless there is none that lives. */
  private boolean tookShared(ConnectCallback callback) {
    UpstreamHttp2Connection shared = pools.http2().take(upstream);
    while (shared != null) {
      SocketState looked = shared.look();
      if (!isDead(looked)) {
        run.record(shared.connectionEvent(run.upstreamStamp(), looked));
        shared.openStream(result -> finished(result, callback));
        return true;
      }
      shared.stopSharing(); // its end is about to be read, and told to those that use it
      shared = pools.http2().take(upstream);
    }
    return false;
  }

  /**
   * Takes a connection that has served before, unless there is none that lives. A dead one is left
   * to the event loop, which is about to read its end: closed now, its descriptor would go to the
   * next dial, and an event that waits for the one would be taken for the other's.
   */
  private boolean tookPooled(ConnectCallback callback) {
    UpstreamHttp1Connection pooled = pools.http1().take(upstream);
    while (pooled != null) {
      SocketState looked = pooled.look();
      if (!isDead(looked)) {
        run.record(pooled.reuseEvent(run.upstreamStamp(), looked));
        finished(new Established(pooled), callback);
        return true;
      }
      pooled = pools.http1().take(upstream);
    }
    return false;
  }

  private static boolean isDead(SocketState looked) {
    return switch (looked) {
      case CLOSED, RESET -> true;
      case OPEN, UNKNOWN -> false;
    };
  }

  /** Opens a connection, as is right after an attempt that failed on one from the pool. */
  public void connectAnew(ConnectCallback callback) {
    attempt =
        new ConnectAttempt(
            connectorConfig, upstream, pools, run, http2, result -> finished(result, callback));
    attempt.start();
  }

  /** Opens a connection for later runs to share, or waits for the run that is opening one. */
  private void connectShared(ConnectCallback callback) {
    waitingForShared = pools.http2().awaitConnect(upstream, () -> sharedConnectFinished(callback));
    if (!waitingForShared) {
      sharing = true;
      pools.http2().connectStarted(upstream);
      connectAnew(callback);
    }
  }

  /** Where no connection came about, each run that waited opens one, for evidence of its own. */
  private void sharedConnectFinished(ConnectCallback callback) {
    if (!waitingForShared) {
      return;
    }
    waitingForShared = false;
    UpstreamHttp2Connection shared = pools.http2().take(upstream);
    if (shared != null) {
      run.record(new Connected(run.upstreamStamp())); // new to this run too: no response came yet
      shared.openStream(result -> finished(result, callback));
    } else if (pools.http2().contains(upstream) || pools.http2().isHttp1Only(upstream)) {
      connect(callback);
    } else {
      connectAnew(callback);
    }
  }

  /**
   * Runs that wait for a shared connection come first: their streams open before this one's use.
   */
  private void finished(ConnectResult result, ConnectCallback callback) {
    attempt = null;
    finishSharing();
    if (!cancelled) {
      callback.connectFinished(result);
    } else if (result instanceof Established established) {
      established.connection().close(); // a stream that was being opened when it was cancelled
    }
  }

  private void finishSharing() {
    if (sharing) {
      sharing = false;
      pools.http2().connectFinished(upstream);
    }
  }

  /** No connection is wanted any more. */
  public void cancel() {
    cancelled = true;
    if (attempt != null) {
      attempt.cancel();
    }
    waitingForShared = false;
    finishSharing();
  }
}
