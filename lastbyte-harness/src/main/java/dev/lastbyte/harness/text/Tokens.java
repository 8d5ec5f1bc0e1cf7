// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.text;

/** Names that may be recorded or sent back: at most 128 characters that can do no harm. */
public final class Tokens {
  private static final int LIMIT = 128;
  private static final String ALLOWED = "[A-Za-z0-9._:/@+-]{1," + LIMIT + "}";

  private Tokens() {}

  public static boolean isToken(String text) {
    return text.matches(ALLOWED);
  }

  /** The text cut to the limit, with a question mark for whatever is not allowed. */
  public static String cleaned(String text) {
    String cut = text.length() > LIMIT ? text.substring(0, LIMIT) : text;
    return cut.replaceAll("[^A-Za-z0-9._:/@+-]", "?");
  }
}
