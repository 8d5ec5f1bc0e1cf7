// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import io.netty.channel.EventLoop;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a client's next request, and not for ever. One look is scheduled at a time and stays so
 * over the requests that come before it: a timer for each request would be set and taken back with
 * every one. Used on its event loop only.
 */
final class Patience {

  private enum Waiting {
    /** Nothing of a request came. */
    FOR_BEGIN,
    /** A request was begun. */
    FOR_REST,
    /** What goes on has no limit of ours. */
    FOR_NOTHING
  }

  private final Limits limits;
  private final EventLoop loop;
  private final ClientConnection client;
  private Waiting waiting = Waiting.FOR_NOTHING;
  private long sinceNanos;
  private @Nullable Future<?> look;

  Patience(Limits limits, EventLoop loop, ClientConnection client) {
    this.limits = limits;
    this.loop = loop;
    this.client = client;
  }

  /** From now on a request is waited for. */
  void waitForRequest() {
    waiting = Waiting.FOR_BEGIN;
    sinceNanos = loop.ticker().nanoTime();
    lookLater();
  }

  /** Its first byte came. */
  void requestBegan() {
    waiting = Waiting.FOR_REST;
    sinceNanos = loop.ticker().nanoTime();
    lookLater();
  }

  /** The request goes its way, or the connection ends. */
  void satisfied() {
    waiting = Waiting.FOR_NOTHING;
  }

  /** The connection is over: nothing is looked at again. */
  void end() {
    satisfied();
    if (look != null) {
      look.cancel(false);
      look = null;
    }
  }

  private void lookLater() {
    if (look == null) {
      look = loop.schedule(this::look, limits.head().toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void look() {
    look = null;
    long waited = loop.ticker().nanoTime() - sinceNanos;
    switch (waiting) {
      case FOR_NOTHING -> {}
      case FOR_BEGIN -> {
        if (waited >= limits.idleClient().toNanos()) {
          client.idleForTooLong();
        } else {
          lookLater();
        }
      }
      case FOR_REST -> {
        if (waited >= limits.head().toNanos()) {
          client.tooSlow();
        } else {
          lookLater();
        }
      }
    }
  }
}
