// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.recording;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.privacy.Token;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * Ids that sort by time: 48 bits of wall-clock milliseconds and 80 random bits, as 26 characters of
 * Crockford's base 32 in lower case (the shape of a ULID). Thread-safe.
 */
final class RunIdGenerator {

  private static final byte[] DIGITS =
      "0123456789abcdefghjkmnpqrstvwxyz".getBytes(StandardCharsets.ISO_8859_1);
  private static final int BITS_PER_DIGIT = 5;
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 16;

  /** Each call to a secure source costs as much as this many bytes. */
  private static final int NOISE_BYTES = 64 * RANDOM_DIGITS;

  private final RunClock clock;
  private final RandomGenerator random;
  private final byte[] noise = new byte[NOISE_BYTES];
  private int unused;

  RunIdGenerator(RunClock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  synchronized Token next() {
    if (unused == 0) {
      random.nextBytes(noise);
      unused = NOISE_BYTES;
    }
    var id = new byte[TIME_DIGITS + RANDOM_DIGITS];
    long time = clock.epochMillis();
    for (int i = TIME_DIGITS - 1; i >= 0; i--) {
      id[i] = digit((int) time);
      time >>>= BITS_PER_DIGIT;
    }
    for (int i = TIME_DIGITS; i < id.length; i++) {
      id[i] = digit(noise[--unused]);
    }
    return new Token(new String(id, StandardCharsets.ISO_8859_1));
  }

  private static byte digit(int bits) {
    return DIGITS[bits & (DIGITS.length - 1)];
  }
}
