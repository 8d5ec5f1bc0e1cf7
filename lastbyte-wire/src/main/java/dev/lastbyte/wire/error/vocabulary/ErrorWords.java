// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;
import org.jspecify.annotations.Nullable;

/** The words of errors, for readers that meet them where no error object stands. */
public final class ErrorWords {

  private ErrorWords() {}

  /** What a word means, or null if it is none that names a failure. */
  public static @Nullable ProviderFailure meaningOf(String word) {
    return ErrorVocabulary.meaningOf(word);
  }
}
