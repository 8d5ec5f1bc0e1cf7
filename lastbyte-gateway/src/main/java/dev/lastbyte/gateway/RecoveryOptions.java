// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.recovery.RetryPolicy;
import java.time.Duration;

/**
 * When the gateway may send a request again by itself: where retry safety says that it is safe, and
 * as long as the client has no byte of an answer.
 *
 * @param mostAttempts how often a request may be sent, the first time included; 1 is never again
 * @param within no attempt begins later than this after the first one
 */
record RecoveryOptions(int mostAttempts, Duration within) {

  static RecoveryOptions off() {
    return new RecoveryOptions(1, Duration.ZERO);
  }

  boolean isOn() {
    return mostAttempts > 1;
  }

  /** By what retry safety is judged. */
  RetryPolicy policy() {
    RetryPolicy standard = RetryPolicy.standard();
    return new RetryPolicy(
        standard.longestWait(),
        mostAttempts,
        standard.firstPause(),
        standard.longestPause(),
        false,
        standard.mayBeBilledTwice(),
        standard.tools());
  }
}
