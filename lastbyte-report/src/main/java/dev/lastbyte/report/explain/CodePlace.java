// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.explain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a text a code means what it is known for: as a value. The same word is a key in a list
 * of settings ({@code max_output_tokens: 4096}), and a code that is an English word as well is one
 * in most sentences.
 */
final class CodePlace {

  /** A word of the language; the names of the system's errors are none. */
  private static final Pattern WORD = Pattern.compile("[a-z]+|(?!E[A-Z]{3}|WSAE)[A-Z]+");

  private static final Pattern NAMED =
      Pattern.compile("(?i)(?:status|code|type|reason|error)[\"']?\\s{0,2}[:=]\\s{0,2}[\"'\\[]?$");

  /** As gRPC prints it, behind its number or the type of the error: {@code 14 UNAVAILABLE: why}. */
  private static final Pattern NUMBERED =
      Pattern.compile("(?:^|[:\\[(\"']\\s?)\\d{1,3}\\s$|(?:Exception|Error):\\s$");

  /** The value ends with the word: no sentence goes on from it. */
  private static final Pattern ENDS = Pattern.compile("\\s{0,2}(?:$|[\"',;)}\\]|<:]|\\.(?:\\s|$))");

  private static final Pattern ENDS_NUMBERED = Pattern.compile("\\s{0,2}(?:$|[:\"']|\\.(?:\\s|$))");

  /** A quoted key, or a setting: a number that is no status of HTTP, a truth value. */
  private static final Pattern KEY =
      Pattern.compile(
          "[\"']\\s{0,2}:|\\s{0,2}[:=]\\s{0,2}(?:(?![45]\\d\\d\\b)\\d+(?:\\.\\d+)?|(?i:true|false"
              + "|null|none))\\s{0,2}(?:$|[,;)}\\]])");

  /** The longest that names a code, with what stands between. */
  private static final int NAMING = 20;

  private CodePlace() {}

  /**
   * Whether the code stands as a value.
   *
   * @param code the code without what qualifies it, as in the line
   * @param begin where its word begins in the line
   * @param end behind the last character of its word
   */
  static boolean isValue(String code, String line, int begin, int end) {
    // A colon or a full stop that the word took along belongs to what follows.
    int behind = end;
    while (behind > begin && ".:".indexOf(line.charAt(behind - 1)) >= 0) {
      behind--;
    }
    if (!WORD.matcher(code).matches()) {
      return !starts(KEY, line, behind);
    }
    Matcher before = NAMED.matcher(line).region(Math.max(0, begin - NAMING), begin);
    if (before.find()) {
      return starts(ENDS, line, behind);
    }
    Matcher number = NUMBERED.matcher(line.substring(Math.max(0, begin - NAMING), begin));
    return isUpper(code) && number.find() && starts(ENDS_NUMBERED, line, behind);
  }

  private static boolean starts(Pattern pattern, String line, int at) {
    return pattern.matcher(line).region(at, line.length()).lookingAt();
  }

  private static boolean isUpper(String code) {
    return Character.isUpperCase(code.charAt(0));
  }
}
