// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.gateway.upstream.UpstreamConnection;
import org.jspecify.annotations.Nullable;

/**
 * Where an exchange stands.
 *
 * <pre>
 * CONNECTING -&gt; Open -&gt; Tunnel              an upgrade
 *   |   ^        |        |
 *   |   +- BACKING_OFF    |                 another attempt, after its pause
 *   |            |        |
 *   |            +--&gt; UPSTREAM_CLOSED       the rest of the response goes to the client
 *   +------------+--------+-----&gt; ENDED     from anywhere; nothing leads out of it
 * </pre>
 *
 * <p>An attempt that fails leads to BACKING_OFF from CONNECTING, from Open, and from
 * UPSTREAM_CLOSED.
 */
sealed interface ExchangeState {

  /** The request goes to the provider, and the response comes. */
  record Open(UpstreamConnection upstream) implements ExchangeState {}

  /** The connection was upgraded: the bytes of both sides have no bounds any more. */
  record Tunnel(UpstreamConnection upstream) implements ExchangeState {}

  /** There is no connection to the provider. */
  enum Detached implements ExchangeState {
    /** One is being opened. */
    CONNECTING,
    /** Another attempt begins after a pause. */
    BACKING_OFF,
    /** The provider has ended, and the client is about to see it. */
    UPSTREAM_CLOSED,
    /** The run is over. */
    ENDED
  }

  /** The connection to the provider, or null if there is none. */
  default @Nullable UpstreamConnection upstream() {
    return switch (this) {
      case Open open -> open.upstream();
      case Tunnel tunnel -> tunnel.upstream();
      case Detached detached -> null;
    };
  }

  /** Whether the request's bytes wait for a connection. */
  default boolean isAwaitingConnection() {
    return this == Detached.CONNECTING || this == Detached.BACKING_OFF;
  }
}
