// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.explain;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes the escapes of JSON and of Python in a text: logs hold an error as a string within JSON,
 * and that within another. Also takes out the colours of a terminal.
 */
final class EscapedText {

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([\"'\\\\/nrt]))");
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]{0,16}m");

  /** A folder on Windows, where a backslash escapes nothing. */
  private static final Pattern FOLDER = Pattern.compile("\\b[A-Za-z]:\\\\[^\\\\\"]");

  /** A log line within a log line within a log line. */
  private static final int MOST_LAYERS = 4;

  private static final int HEX = 16;

  private EscapedText() {}

  /** The text as it was before it was put into strings. */
  static String undone(String text) {
    String read = text;
    for (int layer = 0; layer < MOST_LAYERS && read.indexOf('\\') >= 0; layer++) {
      boolean folder = FOLDER.matcher(read).find();
      read =
          ESCAPE
              .matcher(read)
              .replaceAll(escape -> Matcher.quoteReplacement(meant(escape, folder)));
    }
    return COLOUR.matcher(read).replaceAll("");
  }

  private static String meant(MatchResult escape, boolean folder) {
    String code = escape.group(1) == null ? escape.group(2) : escape.group(1);
    if (code != null) {
      return String.valueOf((char) Integer.parseInt(code, HEX));
    }
    String letter = escape.group(3);
    return switch (letter) {
      case "n", "r" -> folder ? escape.group() : "\n";
      case "t" -> folder ? escape.group() : "\t";
      default -> letter;
    };
  }
}
