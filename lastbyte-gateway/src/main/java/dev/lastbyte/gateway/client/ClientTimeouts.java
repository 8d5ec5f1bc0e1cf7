// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import java.time.Duration;

/**
 * How long the gateway waits where no exchange is running. A running one has no limit of the
 * gateway: see RATIONALE.md.
 *
 * @param headTimeout how long a request may take from its first byte until it can be passed on; the
 *     client is sent 408 then, at the latest when twice the time is over
 * @param idleTimeout how long a client's connection may stay without a request; longer than any
 *     client keeps one, since to close it races with the next request
 */
public record ClientTimeouts(Duration headTimeout, Duration idleTimeout) {}
