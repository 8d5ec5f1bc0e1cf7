// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.privacy.Word;
import org.jspecify.annotations.Nullable;

/**
 * One level of an error as a program reported it. The message itself has no field to sit in: it is
 * reduced to a phrase of the catalogue, or dropped.
 *
 * @param type the error's class or constructor, or null if not fit to keep
 * @param code its machine-readable code, or null if it has none
 * @param phrase the known phrase in its message
 */
public record ErrorLink(@Nullable Token type, @Nullable Token code, KnownPhrase phrase) {

  /** What is a long random string is neither a type nor a code, and is not kept. */
  public ErrorLink {
    type = Word.orNull(type);
    code = Word.orNull(code);
  }
}
