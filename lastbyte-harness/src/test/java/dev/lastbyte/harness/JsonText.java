// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.util.regex.Pattern;

/**
 * Checks JSON (RFC 8259) from the inside out: a value without values in it becomes a zero, until a
 * zero is all that is left.
 */
public final class JsonText {
  private static final Pattern SCALAR =
      Pattern.compile(
          "\"([^\"\\\\\\x00-\\x1f]|\\\\([\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*\"|true|false|null"
              + "|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern INNERMOST =
      Pattern.compile("\\{(s:[sv](,s:[sv])*)?\\}|\\[([sv](,[sv])*)?\\]");

  private JsonText() {}

  public static boolean isWellFormed(String text) {
    // s is a string, v is any other value
    String shape =
        SCALAR.matcher(text).replaceAll(found -> found.group().startsWith("\"") ? "s" : "v");
    String folded = INNERMOST.matcher(shape).replaceAll("v");
    while (!folded.equals(shape)) {
      shape = folded;
      folded = INNERMOST.matcher(shape).replaceAll("v");
    }
    return folded.equals("v") || folded.equals("s");
  }
}
