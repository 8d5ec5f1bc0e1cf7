// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a request proves its right with, for as long as it lasts: a relay that sends it back, in an
 * identifier or a code, must not have it kept. Found are a secret and any part of it that is long
 * enough, whatever their case, also within Base64 (with either alphabet) or hexadecimal digits.
 *
 * <p>A secret has at least {@value #MIN_SECRET} characters, letters and digits among them, or
 * {@value #SURE_LENGTH} of any kind: below that it is a placeholder, such as {@code ollama}, that
 * names have in them too. A part has at least {@value #MIN_PART} or, without letters or digits,
 * {@value #SURE_LENGTH}. Not thread-safe.
 */
public final class RequestSecrets {

  private static final int MIN_SECRET = 8;
  private static final int MIN_PART = 12;
  private static final int SURE_LENGTH = 16;

  /** Four characters that follow each other are looked up at once. */
  private static final int GRAM = 4;

  private static final int GRAM_BITS = 12;

  private static final int SEXTET = 6;
  private static final int NIBBLE = 4;

  /** After so many digits of either kind a byte begins with one again. */
  private static final int PHASES = 4;

  /** In lower case, with a 0 before each and behind the last. */
  private byte[] secrets = {0};

  /** Which runs of four characters occur in them. */
  private final long[] grams = new long[1 << (GRAM_BITS - SEXTET)];

  RequestSecrets() {}

  /** Of a run that is no request's, or of one that nothing is known of. */
  public static RequestSecrets none() {
    return new RequestSecrets();
  }

  /** Adds what could be a secret, if it has what makes one. */
  void add(String secret) {
    byte[] bytes = lower(secret.getBytes(StandardCharsets.UTF_8));
    if (isSecret(bytes)) {
      int at = secrets.length;
      byte[] more = Arrays.copyOf(secrets, at + bytes.length + 1);
      System.arraycopy(bytes, 0, more, at, bytes.length);
      Arrays.fill(secrets, (byte) 0);
      secrets = more;
      for (int i = at; i + GRAM < more.length; i++) {
        int gram = gram(more, i);
        grams[gram >>> SEXTET] |= 1L << gram;
      }
    }
    Arrays.fill(bytes, (byte) 0);
  }

  private static boolean isSecret(byte[] text) {
    return text.length >= SURE_LENGTH
        || (text.length >= MIN_SECRET && hasLettersAndDigits(text, 0, text.length));
  }

  /** Whether there is none to look for. */
  public boolean isEmpty() {
    return secrets.length == 1;
  }

  /** The exchange is over: none is known any more. */
  public void forget() {
    Arrays.fill(secrets, (byte) 0);
    Arrays.fill(grams, 0);
    secrets = new byte[] {0};
  }

  /** Whether the token holds one of them, or too much of one. */
  public boolean occurIn(Token token) {
    if (isEmpty() || token.value().length() < MIN_SECRET) {
      return false;
    }
    byte[] text = token.value().getBytes(StandardCharsets.ISO_8859_1);
    return occurDecoded(text, SEXTET, RequestSecrets::ofBase64)
        || occurDecoded(text, NIBBLE, RequestSecrets::ofHexadecimal)
        || occurIn(lower(text));
  }

  private interface Digit {
    /** The value of a character, or -1. */
    int of(int character);
  }

  /** Whether they occur in what digits of so many bits stand for, wherever their first bit is. */
  private boolean occurDecoded(byte[] text, int bits, Digit digits) {
    int from = 0;
    while (from < text.length) {
      int to = from;
      while (to < text.length && digits.of(text[to]) >= 0) {
        to++;
      }
      int phases = Math.min(from + PHASES, to);
      for (int start = from; start < phases; start++) {
        if (occurIn(lower(decoded(text, start, to, bits, digits)))) {
          return true;
        }
      }
      from = to + 1;
    }
    return false;
  }

  private static byte[] decoded(byte[] text, int from, int to, int bits, Digit digits) {
    var bytes = new byte[(to - from) * bits / Byte.SIZE];
    int held = 0;
    int heldBits = 0;
    int length = 0;
    for (int i = from; i < to && length < bytes.length; i++) {
      held = (held << bits) | digits.of(text[i]);
      heldBits += bits;
      if (heldBits >= Byte.SIZE) {
        heldBits -= Byte.SIZE;
        bytes[length++] = (byte) (held >>> heldBits);
      }
    }
    return bytes;
  }

  private static int ofBase64(int c) {
    return switch (c) {
      case '+', '-' -> 62;
      case '/', '_' -> 63;
      default ->
          c >= 'a' && c <= 'z'
              ? c - 'a' + 26
              : c >= 'A' && c <= 'Z' ? c - 'A' : c >= '0' && c <= '9' ? c - '0' + 52 : -1;
    };
  }

  private static int ofHexadecimal(int c) {
    return Character.digit(c, 1 << NIBBLE);
  }

  /** Looks closer where enough runs of four follow each other. */
  private boolean occurIn(byte[] lower) {
    int known = 0;
    for (int i = 0; i + GRAM <= lower.length; i++) {
      int gram = gram(lower, i);
      known = (grams[gram >>> SEXTET] & (1L << gram)) == 0 ? 0 : known + 1;
      if (known > MIN_SECRET - GRAM && partBegins(lower, i + GRAM - MIN_SECRET)) {
        return true;
      }
    }
    return false;
  }

  /** Whether enough of a secret begins there. */
  private boolean partBegins(byte[] text, int from) {
    for (int at = 1; at + MIN_SECRET < secrets.length; at++) {
      int length = 0;
      while (from + length < text.length
          && secrets[at + length] != 0
          && secrets[at + length] == text[from + length]) {
        length++;
      }
      boolean whole = secrets[at - 1] == 0 && secrets[at + length] == 0 && length >= MIN_SECRET;
      if (whole
          || length >= SURE_LENGTH
          || (length >= MIN_PART && hasLettersAndDigits(text, from, from + length))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLettersAndDigits(byte[] text, int from, int to) {
    boolean letters = false;
    boolean digits = false;
    for (int i = from; i < to; i++) {
      letters |= text[i] >= 'a' && text[i] <= 'z';
      digits |= text[i] >= '0' && text[i] <= '9';
    }
    return letters && digits;
  }

  private static int gram(byte[] text, int at) {
    int four =
        ((text[at] & 0xff) << 24)
            | ((text[at + 1] & 0xff) << 16)
            | ((text[at + 2] & 0xff) << 8)
            | (text[at + 3] & 0xff);
    return (four * 0x9E3779B1) >>> (Integer.SIZE - GRAM_BITS);
  }

  private static byte[] lower(byte[] text) {
    for (int i = 0; i < text.length; i++) {
      if (text[i] >= 'A' && text[i] <= 'Z') {
        text[i] = (byte) (text[i] + 'a' - 'A');
      }
    }
    return text;
  }

  /** Prints none of them. */
  @Override
  public String toString() {
    return isEmpty() ? "no secrets" : "secrets";
  }
}
