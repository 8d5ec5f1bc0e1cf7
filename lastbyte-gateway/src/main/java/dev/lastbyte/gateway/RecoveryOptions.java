// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.gateway.exchange.RetryLimits;
import java.time.Duration;

/**
 * When the gateway may send a request again by itself: where retry safety says that it is safe, and
 * as long as the client has no byte of a response.
 *
 * @param maxAttempts how often a request may be sent, the first time included; 1 is never again
 * @param retryWindow no attempt begins later than this after the first one
 */
public record RecoveryOptions(int maxAttempts, Duration retryWindow) {

  /**
   * @throws IllegalArgumentException if there would be no attempt, or the window is negative
   */
  public RecoveryOptions {
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts must be positive, but was " + maxAttempts);
    }
    if (retryWindow.isNegative()) {
      throw new IllegalArgumentException(
          "retryWindow must not be negative, but was " + retryWindow);
    }
  }

  static RecoveryOptions off() {
    return new RecoveryOptions(1, Duration.ZERO);
  }

  /** The limits as exchanges read them, with the policy by which retry safety is judged. */
  RetryLimits limits() {
    RetryPolicy standard = RetryPolicy.standard();
    return new RetryLimits(
        maxAttempts,
        retryWindow,
        new RetryPolicy(
            standard.longestWait(),
            maxAttempts,
            standard.firstPause(),
            standard.longestPause(),
            false,
            standard.mayBeBilledTwice(),
            standard.tools()));
  }
}
