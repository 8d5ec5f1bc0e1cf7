// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.log;

import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.privacy.Word;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run before its first event.
 *
 * @param run the run's id
 * @param startedAtEpochMillis wall clock, milliseconds since 1970-01-01T00:00Z
 * @param provider the name under which the provider was addressed, or null if not known
 */
public record RunHeader(Token run, long startedAtEpochMillis, @Nullable Token provider) {

  /** A name that is a long random string is not kept. */
  public RunHeader {
    provider = Word.orNull(provider);
  }
}
