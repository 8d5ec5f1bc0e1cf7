// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import dev.lastbyte.report.rules.RuleSections.Section;

/** A page as Markdown. */
public final class RuleMarkdown {

  private RuleMarkdown() {}

  /**
   * The page under a heading.
   *
   * @param level the heading's, from 1
   */
  public static String of(RulePage page, int level) {
    var out = new StringBuilder();
    out.append("#".repeat(level)).append(" `").append(page.cause().code()).append("`\n\n");
    out.append(page.reads()).append("\n\n");
    RuleSections.of(page).forEach(section -> write(section, out));
    return out.toString();
  }

  private static void write(Section section, StringBuilder out) {
    out.append("- **").append(section.title()).append("**");
    if (section.lines().size() == 1) {
      out.append(": ").append(section.lines().getFirst()).append('\n');
      return;
    }
    out.append('\n');
    section.lines().forEach(line -> out.append("  - ").append(line).append('\n'));
  }
}
