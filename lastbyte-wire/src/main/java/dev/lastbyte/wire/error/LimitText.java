// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.wire.error.vocabulary.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limit that a message speaks of: "Limit 30000, Requested 342389", "limit: 0, model: m". A
 * request above its limit never passes, and nothing passes a limit of nought.
 */
final class LimitText {

  private static final List<Phrase<Boolean>> LIMIT =
      Phrase.all(true, "limit ", "limit: ", "limit of ");
  private static final List<Phrase<Boolean>> REQUESTED =
      Phrase.all(true, "requested ", "requested: ");

  private final SpokenNumber limit = new SpokenNumber(LIMIT);
  private final SpokenNumber requested = new SpokenNumber(REQUESTED);

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
}
