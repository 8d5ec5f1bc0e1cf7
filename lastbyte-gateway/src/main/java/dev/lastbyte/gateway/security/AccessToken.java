// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.security;

import dev.lastbyte.wire.http.HeaderFields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a client must send to be served: as {@code x-lastbyte-token}, or as the password of {@code
 * Proxy-Authorization: Basic} (RFC 7617), whatever the user. Its text holds no part of it, so that
 * printing one gives nothing away.
 */
public final class AccessToken {

  /** A shorter one could be guessed. */
  static final int MIN_CHARACTERS = 16;

  private static final String BASIC = "basic ";

  private final byte[] hash;

  private AccessToken(byte[] hash) {
    this.hash = hash;
  }

  /**
   * The token that clients must send; only its hash is kept.
   *
   * @throws IllegalArgumentException if it is too short, or could not be sent in a header
   */
  public static AccessToken of(String token) {
    requireUsable(token);
    return new AccessToken(hashOf(token));
  }

  /**
   * Checks a token that clients are to send.
   *
   * @throws IllegalArgumentException if it is too short, or could not be sent in a header
   */
  public static void requireUsable(String token) {
    if (token.length() < MIN_CHARACTERS || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "a token has at least " + MIN_CHARACTERS + " visible ASCII characters and no space");
    }
  }

  /** Whether a request may pass. */
  boolean admits(HeaderFields fields) {
    String own = fields.first("x-lastbyte-token");
    return own != null ? matches(own) : matches(password(fields.first("proxy-authorization")));
  }

  private static @Nullable String password(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return null;
    }
    try {
      byte[] login = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
      String text = new String(login, StandardCharsets.UTF_8);
      return text.substring(text.indexOf(':') + 1);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  /** In a time that says nothing of how much of it was right, nor of its length. */
  private boolean matches(@Nullable String given) {
    return given != null && MessageDigest.isEqual(hash, hashOf(given));
  }

  private static byte[] hashOf(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
