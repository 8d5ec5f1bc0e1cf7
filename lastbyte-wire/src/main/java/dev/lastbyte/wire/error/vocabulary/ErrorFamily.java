// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How one family of services words its errors.
 *
 * @param words codes and types, in lower case, and what they mean
 * @param codes numbers of {@link BusinessCodes}, and what they mean
 * @param phrases parts of messages that say more than the code beside them
 */
public record ErrorFamily(
    Map<String, ProviderFailure> words,
    Map<String, ProviderFailure> codes,
    List<Phrase<ProviderFailure>> phrases) {

  static ErrorFamily empty() {
    return new ErrorFamily(Map.of(), Map.of(), List.of());
  }

  /** This family, with {@code spellings} as codes or types for {@code failure}. */
  ErrorFamily word(ProviderFailure failure, String... spellings) {
    Map<String, ProviderFailure> more = new HashMap<>(words);
    for (String spelling : spellings) {
      more.put(spelling.toLowerCase(Locale.ROOT), failure);
    }
    return new ErrorFamily(Map.copyOf(more), codes, phrases);
  }

  /** This family, with {@code numbers} as business codes of {@code service} for {@code failure}. */
  ErrorFamily code(ProviderFailure failure, BusinessCodes service, String... numbers) {
    Map<String, ProviderFailure> more = new HashMap<>(codes);
    for (String number : numbers) {
      more.put(service.key(number), failure);
    }
    return new ErrorFamily(words, Map.copyOf(more), phrases);
  }

  /** This family, with {@code texts} as signs of {@code failure}. */
  ErrorFamily phrase(ProviderFailure failure, String... texts) {
    List<Phrase<ProviderFailure>> more = new ArrayList<>(phrases);
    more.addAll(Phrase.all(failure, texts));
    return new ErrorFamily(words, codes, List.copyOf(more));
  }
}
