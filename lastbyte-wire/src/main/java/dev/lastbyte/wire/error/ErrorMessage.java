// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.wire.error.vocabulary.ErrorVocabulary;
import dev.lastbyte.wire.error.vocabulary.PhraseScan;
import org.jspecify.annotations.Nullable;

/**
 * What the message of one error says, found as it passes by: nothing of it is kept. Made only where
 * there is a message, since most responses have none.
 */
final class ErrorMessage {

  private final PhraseScan<ProviderFailure> phrases = ErrorVocabulary.phrases();
  private final RetryDelayText pause = new RetryDelayText();
  private final LimitText limit = new LimitText();

  /** A piece of it, as it stands on the wire. */
  void take(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      phrases.take(bytes[at]);
      pause.take(bytes[at]);
      limit.take(bytes[at]);
    }
  }

  /** The class of failure that a known phrase names, or null. */
  @Nullable ProviderFailure failure() {
    return phrases.found();
  }

  /** The class of failure that its numbers name, or null. */
  @Nullable ProviderFailure limitFailure() {
    return limit.failure();
  }

  /** The pause that it speaks of, in nanoseconds, or null. */
  @Nullable Long pauseNanos() {
    return pause.nanos();
  }
}
