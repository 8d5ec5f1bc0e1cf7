// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All families together: a service speaks another's dialect so often that the route does not tell
 * whose words will come.
 */
public final class ErrorVocabulary {

  private static final List<ErrorFamily> FAMILIES =
      List.of(
          ExpiredCredentials.FAMILY,
          OpenAiErrors.FAMILY,
          AnthropicErrors.FAMILY,
          GeminiErrors.FAMILY,
          BedrockErrors.FAMILY,
          RouterErrors.FAMILY,
          EnumeratedErrors.FAMILY,
          RelayErrors.FAMILY,
          ChineseErrors.FAMILY,
          HostedErrors.FAMILY,
          LocalServerErrors.FAMILY);

  // Throws at start if two families mean different things by one word.
  private static final Map<String, ProviderFailure> WORDS =
      FAMILIES.stream()
          .flatMap(family -> family.words().entrySet().stream())
          .collect(
              Collectors.toMap(
                  word -> ErrorWord.key(word.getKey()),
                  Map.Entry::getValue,
                  ErrorVocabulary::same));

  private static final Map<String, ProviderFailure> CODES =
      FAMILIES.stream()
          .flatMap(family -> family.codes().entrySet().stream())
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

  /** What a code or a type means; null if no family has it and its shape says nothing. */
  static @Nullable public ProviderFailure meaningOf(String word) {
    return word.isEmpty() ? null : ErrorWord.meaningIn(WORDS, word);
  }

  /** What a number means as the code of one service's own business errors, or null. */
  static @Nullable public ProviderFailure meaningOf(BusinessCodes service, String number) {
    return CODES.get(service.key(number));
  }

  public static PhraseScan<ProviderFailure> phrases() {
    return new PhraseScan<>(PHRASES);
  }
}
