// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.core.recovery.RetryPolicy;
import java.time.Duration;

/**
 * How far the gateway may go in sending a request again by itself.
 *
 * @param maxAttempts how often a request may be sent, the first time included; 1 is never again
 * @param retryWindow no attempt begins later than this after the first one
 * @param policy by what retry safety is judged
 */
public record RetryLimits(int maxAttempts, Duration retryWindow, RetryPolicy policy) {

  boolean isOn() {
    return maxAttempts > 1;
  }
}
