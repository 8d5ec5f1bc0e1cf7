// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import dev.lastbyte.core.facts.AttemptFacts;
import java.time.Duration;

/** The pause that the provider asked for: the longest, wherever it did. */
final class RetryAfter {

  private RetryAfter() {}

  /** The wish, or zero if it gave none. */
  static Duration of(AttemptFacts facts) {
    return facts.responseAdvice().pause();
  }
}
