// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.h2.ErrorCode;
import dev.lastbyte.harness.speech.Finish;
import dev.lastbyte.harness.speech.Trouble;
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
record Words<T>(String title, Map<String, T> meanings) {
  static final Words<Dialect> DIALECTS = of("dialect", Dialect.values(), Dialect::token);
  static final Words<Framing> FRAMINGS = of("framing", Framing.values(), Framing::token);
  static final Words<Finish> FINISHES = of("finish", Finish.values(), Words::lower);
  static final Words<Trouble> TROUBLES = of("error", Trouble.values(), Words::lower);
  static final Words<ErrorCode> CODES = of("error code", ErrorCode.values(), Words::lower);

  private static <T> Words<T> of(String title, T[] values, Function<T, String> word) {
    var meanings = new LinkedHashMap<String, T>();
    Arrays.stream(values).forEach(value -> meanings.put(word.apply(value), value));
    return new Words<>(title, meanings);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
