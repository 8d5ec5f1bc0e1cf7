// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms in which a relay sends a key back, and how any of them is found again. */
final class LeakForms {

  private static final int BYTES_OF_A_GROUP = 3;

  private static final List<UnaryOperator<String>> FORMS =
      List.of(
          key -> key,
          key -> "req_" + key,
          key -> key.toLowerCase(Locale.ROOT),
          key -> key.toUpperCase(Locale.ROOT),
          key -> key.substring(0, 18),
          key -> "x-" + key.substring(2, 20) + ".1",
          LeakForms::base64,
          key -> base64("Bearer " + key),
          key -> base64("user:" + key),
          key -> HexFormat.of().formatHex(key.getBytes(UTF_8)));

  private static final Pattern FOUND = Pattern.compile(found(), Pattern.CASE_INSENSITIVE);

  private LeakForms() {}

  static String of(String key, int number) {
    return FORMS.get(number % FORMS.size()).apply(key);
  }

  /** What stands around the first find, or null if there is none. */
  static String leakIn(String text) {
    Matcher leak = FOUND.matcher(text);
    return leak.find()
        ? text.substring(Math.max(0, leak.start() - 80), Math.min(text.length(), leak.end() + 20))
        : null;
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static String found() {
    List<String> forms = new ArrayList<>();
    forms.add(LeakValues.STEM);
    forms.add(HexFormat.of().formatHex(LeakValues.STEM.getBytes(UTF_8)));
    for (int before = 0; before < BYTES_OF_A_GROUP; before++) {
      String digits = base64("x".repeat(before) + LeakValues.STEM);
      // The first and the last digits hold bits of what stands beside the word.
      forms.add(digits.substring(before == 0 ? 0 : before + 1, digits.length() - 2));
    }
    return String.join("|", forms);
  }
}
