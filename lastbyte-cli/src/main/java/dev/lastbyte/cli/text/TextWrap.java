// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks text between words. */
final class TextWrap {

  private static final Pattern STYLE = Pattern.compile("\\x1b\\[[0-9]+m");

  private static final String ITEM = "- ";

  private TextWrap() {}

  /**
   * The lines of a text that has none; a word that is longer than a line is cut.
   *
   * @param columns the most characters of a line, above those of the indentation
   * @param indent what each line but the first begins with
   */
  static List<String> lines(String text, int columns, String indent) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (width(rest) > columns) {
      int end = end(rest, columns);
      lines.add(rest.substring(0, end).stripTrailing());
      rest = indent + rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** What the lines behind the first begin with: as far in as that one, or as an item's words. */
  static String indentOf(String line) {
    int spaces = line.length() - line.stripLeading().length();
    int item = line.startsWith(ITEM, spaces) ? ITEM.length() : 0;
    return " ".repeat(spaces + item);
  }

  /** How many columns a text takes, which its styles do not. */
  static int width(String text) {
    return text.indexOf('\u001b') < 0 ? text.length() : STYLE.matcher(text).replaceAll("").length();
  }

  /** The index at which a line must end, behind its last whole word. */
  private static int end(String text, int columns) {
    int indented = text.length() - text.stripLeading().length();
    int shown = 0;
    int space = -1;
    int index = 0;
    var style = STYLE.matcher(text);
    while (shown < columns) {
      style.region(index, text.length());
      if (style.lookingAt()) {
        index = style.end();
        continue;
      }
      if (text.charAt(index) == ' ' && index > indented) {
        space = index;
      }
      index++;
      shown++;
    }
    boolean whole = index < text.length() && text.charAt(index) == ' ';
    return whole || space < 0 ? index : space;
  }
}
