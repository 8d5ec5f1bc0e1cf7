// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Headline;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.facts.Phase;
import dev.lastbyte.report.rules.RuleSections.Section;
import dev.lastbyte.report.words.HeadlineWords;
import dev.lastbyte.report.words.OriginWords;
import dev.lastbyte.report.words.PhaseWords;

/** A page as a person reads it in a terminal. */
public final class RuleText {

  /** The longest line, in characters. */
  static final int WIDTH = 90;

  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder();

  private RuleText() {}

  /** The page's lines, the last one without its end. */
  public static String of(RulePage page) {
    return new RuleText().write(page);
  }

  /** What the phase and the origin add to a cause, in the same shape. */
  public static String of(Cause cause, Phase phase, Origin origin) {
    var text = new RuleText();
    text.line("", cause.code() + "@" + phase.code() + "/" + origin.code());
    text.line(INDENT, "Headline: " + HeadlineWords.title(Headline.of(cause, phase)) + ".");
    text.line(INDENT, "It ended " + PhaseWords.when(phase) + ".");
    text.line(INDENT, "Who ended it: " + OriginWords.who(origin) + ".");
    return text.out.toString().stripTrailing();
  }

  private String write(RulePage page) {
    line("", page.cause().code());
    line("", page.reads());
    for (Section section : RuleSections.of(page)) {
      out.append('\n');
      line("", section.title());
      section.lines().forEach(text -> line(INDENT, text.replace("`", "")));
    }
    return out.toString().stripTrailing();
  }

  /** Breaks between words; what follows the first line stands deeper. */
  private void line(String indent, String text) {
    var line = new StringBuilder(indent);
    for (String word : text.split(" ", -1)) {
      boolean begins = line.toString().isBlank();
      if (!begins && line.length() + 1 + word.length() > WIDTH) {
        out.append(line).append('\n');
        line = new StringBuilder(indent.isEmpty() ? "" : indent + INDENT);
        begins = true;
      }
      line.append(begins ? "" : " ").append(word);
    }
    out.append(line).append('\n');
  }
}
