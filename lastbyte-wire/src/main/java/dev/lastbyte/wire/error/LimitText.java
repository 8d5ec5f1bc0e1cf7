// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.core.event.ProviderFailure;
import org.jspecify.annotations.Nullable;

/**
 * The limit that a message speaks of: "Limit 30000, Requested 342389", "limit: 0, model: m". A
 * request above its limit never passes, and nothing passes a limit of nought.
 */
final class LimitText {

  private final SpokenNumber limit = new SpokenNumber("limit ", "limit: ", "limit of ");
  private final SpokenNumber requested = new SpokenNumber("requested ", "requested: ");

  void take(byte b) {
    limit.take(b);
    requested.take(b);
  }

  /** What the numbers say, or null if they say nothing. */
  @Nullable ProviderFailure failure() {
    if (!limit.isSeen()) {
      return null;
    }
    if (limit.value() == 0) {
      return ProviderFailure.QUOTA;
    }
    boolean above = requested.isSeen() && requested.value() > limit.value();
    return above ? ProviderFailure.TOO_LARGE : null;
  }

  void clear() {
    limit.clear();
    requested.clear();
  }
}
