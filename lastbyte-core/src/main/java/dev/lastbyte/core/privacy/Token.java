// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An identifier, a code or a name that is safe to keep and to share.
 *
 * <p>At most {@value #MAX_LENGTH} characters of {@code [A-Za-z0-9._:/@+-]}, and not shaped like a
 * secret, a file path, a URL or an e-mail address. Whatever a person or a program puts where a
 * token is expected either has this harmless shape or is not kept at all.
 */
public final class Token {

  /** The longest token, in characters. */
  public static final int MAX_LENGTH = 128;

  private static final int ASCII = 128;

  private static final int PLAIN = 1;
  private static final int MARK = 2;

  /** What a character is; 0 if it may not occur. */
  private static final byte[] KINDS = kinds();

  private final String value;

  /**
   * @throws IllegalArgumentException if the value is not a token; the message names the rule and
   *     never repeats the value
   */
  public Token(String value) {
    this(value, refusalOf(value));
  }

  /**
   * Not a record, so that what was looked at need not be looked at twice: runs are full of them.
   */
  private Token(String value, @Nullable String refusal) {
    if (refusal != null) {
      throw new IllegalArgumentException("not a token: " + refusal);
    }
    this.value = value;
  }

  /** The token, or null if {@code value} is null or may not be kept. */
  public static @Nullable Token orNull(@Nullable String value) {
    return value != null && refusalOf(value) == null ? new Token(value, null) : null;
  }

  /** Its characters, all of them ASCII. */
  public String value() {
    return value;
  }

  private static @Nullable String refusalOf(String value) {
    Objects.requireNonNull(value, "value");
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      return "its length must be 1 to " + MAX_LENGTH + ", but was " + value.length();
    }
    int seen = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int kind = c < ASCII ? KINDS[c] : 0;
      if (kind == 0) {
        return "only [A-Za-z0-9._:/@+-] may occur, but position " + i + " holds something else";
      }
      seen |= kind;
    }
    return Shapes.unsafeShapeOf(value, (seen & MARK) == 0);
  }

  private static byte[] kinds() {
    var kinds = new byte[ASCII];
    for (char c = 0; c < ASCII; c++) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letter || (c >= '0' && c <= '9') || c == '_' || c == '-') {
        kinds[c] = PLAIN;
      } else if (".:/@+".indexOf(c) >= 0) {
        kinds[c] = MARK;
      }
    }
    return kinds;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Token token && value.equals(token.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
