// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.core.event.ProviderFailure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All families together: a service speaks another's dialect so often that the route does not tell
 * whose words will come.
 */
final class ErrorVocabulary {

  private static final List<ErrorFamily> FAMILIES =
      List.of(
          OpenAiErrors.FAMILY,
          AnthropicErrors.FAMILY,
          GeminiErrors.FAMILY,
          BedrockErrors.FAMILY,
          RouterErrors.FAMILY,
          LocalServerErrors.FAMILY);

  // Throws at start if two families mean different things by one word.
  private static final Map<String, ProviderFailure> WORDS =
      FAMILIES.stream()
          .flatMap(family -> family.words().entrySet().stream())
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, ErrorVocabulary::same));

  private static final List<Phrase<ProviderFailure>> PHRASES =
      FAMILIES.stream().flatMap(family -> family.phrases().stream()).toList();

  private ErrorVocabulary() {}

  private static ProviderFailure same(ProviderFailure one, ProviderFailure other) {
    if (one != other) {
      throw new IllegalStateException("one word means " + one + " and " + other);
    }
    return one;
  }

  /** What a code or a type means, or null if no family has it. */
  static @Nullable ProviderFailure meaningOf(String word) {
    return WORDS.get(word.toLowerCase(Locale.ROOT));
  }

  static PhraseScan<ProviderFailure> phrases() {
    return new PhraseScan<>(PHRASES);
  }
}
