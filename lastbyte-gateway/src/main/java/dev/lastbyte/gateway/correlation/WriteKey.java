// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What proves that a program speaks for a run: the key that its client gave with the request in
 * {@value #HEADER}, or was given in the response's header of that name. Only a hash is kept, in
 * memory, and its text holds no part of it. Immutable.
 */
public final class WriteKey {

  /** The header of a request, a response or a post that holds a run's key. */
  public static final String HEADER = "x-lastbyte-run-key";

  /** A shorter one could be guessed. */
  public static final int MIN_CHARACTERS = 16;

  private static final int MAX_CHARACTERS = 256;

  /** With this beginning no generated key can ever be taken for a name that may be kept. */
  private static final String PREFIX = "lbrk_";

  private static final int RANDOM_BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] hash;

  private WriteKey(byte[] hash) {
    this.hash = hash;
  }

  /** The key of that text, or null if it is too short to be one, or could not stand in a header. */
  public static @Nullable WriteKey orNull(@Nullable String text) {
    return text != null && isUsable(text) ? new WriteKey(hashOf(text)) : null;
  }

  private static boolean isUsable(String text) {
    return text.length() >= MIN_CHARACTERS
        && text.length() <= MAX_CHARACTERS
        && text.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  /** The text of a new key of {@value #RANDOM_BYTES} random bytes. */
  public static String generate() {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Compares hashes, in a time that says nothing of how much of a key was right. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WriteKey key && MessageDigest.isEqual(hash, key.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }

  @Override
  public String toString() {
    return "a run's key";
  }

  private static byte[] hashOf(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
