// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import io.netty.channel.EventLoop;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a client's next request, and not for ever. One look is scheduled at a time and stays so
 * over the requests that come before it: a timer for each request would be set and taken back with
 * every one. Used on its event loop only.
 */
final class ClientIdleTimer {

  private enum State {
    /** Nothing of a request came. */
    AWAITING_REQUEST,
    /** A request was begun. */
    AWAITING_HEAD,
    /** What goes on has no limit of the gateway. */
    DISARMED
  }

  private final ClientTimeouts timeouts;
  private final EventLoop loop;
  private final ClientConnection client;
  private State state = State.DISARMED;
  private long sinceNanos;
  private @Nullable Future<?> pendingCheck;

  ClientIdleTimer(ClientTimeouts limits, EventLoop loop, ClientConnection client) {
    this.timeouts = limits;
    this.loop = loop;
    this.client = client;
  }

  /** From now on a request is waited for. */
  void awaitRequest() {
    state = State.AWAITING_REQUEST;
    sinceNanos = loop.ticker().nanoTime();
    scheduleCheck();
  }

  /** Its first byte came. */
  void requestBegan() {
    state = State.AWAITING_HEAD;
    sinceNanos = loop.ticker().nanoTime();
    scheduleCheck();
  }

  /** The request goes its way, or the connection ends. */
  void disarm() {
    state = State.DISARMED;
  }

  /** The connection is over: nothing is looked at again. */
  void cancel() {
    disarm();
    if (pendingCheck != null) {
      pendingCheck.cancel(false);
      pendingCheck = null;
    }
  }

  private void scheduleCheck() {
    if (pendingCheck == null) {
      pendingCheck =
          loop.schedule(this::check, timeouts.headTimeout().toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void check() {
    pendingCheck = null;
    long waited = loop.ticker().nanoTime() - sinceNanos;
    switch (state) {
      case DISARMED -> {}
      case AWAITING_REQUEST -> {
        if (waited >= timeouts.idleTimeout().toNanos()) {
          client.idleTimedOut();
        } else {
          scheduleCheck();
        }
      }
      case AWAITING_HEAD -> {
        if (waited >= timeouts.headTimeout().toNanos()) {
          client.requestTimedOut();
        } else {
          scheduleCheck();
        }
      }
    }
  }
}
