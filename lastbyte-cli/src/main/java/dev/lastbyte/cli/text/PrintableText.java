// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import java.util.regex.Pattern;

/**
 * Text that a terminal shows and does not obey. File names, keys of a YAML file and names on the
 * command line come from outside, and a terminal takes an escape in them for a command: to clear
 * the screen, to set its title, to show a line in another order than it is read.
 */
public final class PrintableText {

  /** Controls but for tab and line feed (ECMA-48, C0 and C1), and Unicode's that reorder a line. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile(
          "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]");

  private static final Pattern UNPRINTABLE_BUT_STYLES =
      Pattern.compile("(?!\\x1b\\[(?:0|1|2|31|32)m)" + UNPRINTABLE.pattern());

  private PrintableText() {}

  /** The same with a question mark for each character that is a command. */
  public static String of(String text) {
    return replace(UNPRINTABLE, text);
  }

  /** The same, but for the escapes of {@link Terminal.Style}. */
  static String withStyles(String text) {
    return replace(UNPRINTABLE_BUT_STYLES, text);
  }

  /** Lines that a program of another system wrote may end with a carriage return: it is dropped. */
  private static String replace(Pattern unprintable, String text) {
    return unprintable.matcher(text.replace("\r\n", "\n")).replaceAll("?");
  }
}
