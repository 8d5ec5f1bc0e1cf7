// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.http2.ErrorCode;
import dev.lastbyte.harness.provider.Finish;
import dev.lastbyte.harness.provider.ProviderError;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The words that a place in a file has room for.
 *
 * @param title what such a word is, in the singular
 */
record Vocabulary<T>(String title, Map<String, T> meanings) {
  static final Vocabulary<Dialect> DIALECTS = of("dialect", Dialect.values(), Dialect::token);
  static final Vocabulary<Framing> FRAMINGS = of("framing", Framing.values(), Framing::token);
  static final Vocabulary<Finish> FINISHES = of("finish", Finish.values(), Vocabulary::lower);
  static final Vocabulary<ProviderError> TROUBLES =
      of("error", ProviderError.values(), Vocabulary::lower);
  static final Vocabulary<ErrorCode> CODES =
      of("error code", ErrorCode.values(), Vocabulary::lower);

  private static <T> Vocabulary<T> of(String title, T[] values, Function<T, String> word) {
    var meanings = new LinkedHashMap<String, T>();
    Arrays.stream(values).forEach(value -> meanings.put(word.apply(value), value));
    return new Vocabulary<>(title, meanings);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
