// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The names of header fields and of query parameters that hold secrets. Thread-safe. */
final class SecretNames {

  /** What a name of one word, or one of its words, is; {@code auth} is part of {@code author}. */
  private static final Set<String> WORDS =
      Set.of("auth", "key", "keys", "sig", "pat", "pwd", "jwt", "dpop", "assertion");

  private static final List<String> PARTS =
      List.of(
          "authoriz",
          "authentic",
          "token",
          "secret",
          "cookie",
          "passw",
          "passphrase",
          "credential",
          "signature",
          "apikey",
          "accesskey",
          "bearer");

  /** What names with such a word hold is made to be repeated, or public. */
  private static final Set<String> NO_SECRETS = Set.of("idempotency", "websocket", "cache");

  private static final Pattern WORD_ENDS = Pattern.compile("[-_.]");

  /** Clients send the same few names with each request; a client that makes names up fills it. */
  private static final int MAX_REMEMBERED = 1_000;

  private static final int MAX_NAME = 64;

  private static final Map<String, Boolean> REMEMBERED = new ConcurrentHashMap<>();

  private SecretNames() {}

  /**
   * Whether what stands under that name is a secret.
   *
   * @param name in lower case
   */
  static boolean contain(String name) {
    Boolean remembered = REMEMBERED.get(name);
    if (remembered != null) {
      return remembered;
    }
    boolean secret = isSecret(name);
    if (name.length() <= MAX_NAME && REMEMBERED.size() < MAX_REMEMBERED) {
      REMEMBERED.put(name, secret);
    }
    return secret;
  }

  private static boolean isSecret(String name) {
    boolean secret = PARTS.stream().anyMatch(name::contains);
    for (String word : WORD_ENDS.split(name, -1)) {
      if (NO_SECRETS.contains(word)) {
        return false;
      }
      secret |= WORDS.contains(word);
    }
    return secret;
  }
}
