// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One word for an error, a code, a type, a reason or a status, brought to the form in which it is
 * looked up.
 *
 * <p>Services spell one word in many ways: {@code rate_limit_exceeded}, {@code RateLimitExceeded},
 * {@code RateLimitExceededException}. They put a namespace before it ({@code aws.bedrock#X}, {@code
 * litellm.X}), a URL behind it ({@code X:http://…}), or narrow it down ({@code
 * Throttling.RateQuota}).
 */
public final class ErrorWord {

  private static final List<String> SUFFIXES = List.of("error", "exception", "fault");

  private ErrorWord() {}

  /** The word alone, as the service spells it: without a namespace before # and a URL behind. */
  public static String reduced(String word) {
    String bare = word.substring(word.lastIndexOf('#') + 1);
    int url = bare.indexOf(":http");
    return url > 0 ? bare.substring(0, url) : bare;
  }

  /** The key of a spelling: letters in lower case, digits, and the marks that divide a word. */
  static String key(String word) {
    String lower = reduced(word).toLowerCase(Locale.ROOT);
    var key = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == ':') {
        key.append(c);
      }
    }
    return withoutSuffix(key.toString());
  }

  private static String withoutSuffix(String key) {
    for (String suffix : SUFFIXES) {
      if (key.length() > suffix.length() && key.endsWith(suffix)) {
        return key.substring(0, key.length() - suffix.length());
      }
    }
    return key;
  }

  /** What the whole of a word means, else its last part, else its first, else its shape. */
  static @Nullable ProviderFailure meaningIn(Map<String, ProviderFailure> words, String word) {
    String key = key(word);
    for (String part : parts(key)) {
      ProviderFailure meaning = words.get(part);
      if (meaning != null) {
        return meaning;
      }
    }
    return WordShapes.meaningOf(key);
  }

  private static List<String> parts(String key) {
    List<String> parts = new ArrayList<>(3);
    parts.add(key);
    int last = Math.max(key.lastIndexOf('.'), key.lastIndexOf(':'));
    int first = key.indexOf('.');
    if (last >= 0) {
      parts.add(key.substring(last + 1));
    }
    if (first > 0) {
      parts.add(withoutSuffix(key.substring(0, first)));
    }
    return parts;
  }
}
