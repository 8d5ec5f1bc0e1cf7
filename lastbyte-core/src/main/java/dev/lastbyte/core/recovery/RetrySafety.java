// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import dev.lastbyte.core.event.Coded;

/** Whether it is safe to try again, from laxest to strictest. */
public enum RetrySafety implements Coded {
  /** Nothing failed. */
  NOT_NEEDED,
  SAFE_AUTO_RETRY,
  USER_CONFIRMED_RETRY,
  NO_RETRY;

  /** The stricter of two. */
  RetrySafety orStricter(RetrySafety other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
