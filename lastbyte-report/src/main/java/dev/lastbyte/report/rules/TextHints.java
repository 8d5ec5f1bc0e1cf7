// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import dev.lastbyte.core.hint.Fingerprint;
import dev.lastbyte.core.hint.Fingerprint.Mark;
import java.util.List;
import java.util.stream.Stream;

/** The error texts of a page, as its renderers show them. */
final class TextHints {

  /** The most that are shown of one page. */
  static final int SHOWN = 12;

  private static final String WORTH =
      "An error's text is a hint and proves nothing, unless it is marked as proving.";

  private TextHints() {}

  /** What they are worth, the first of them, and how many more there are; nothing without any. */
  static List<String> lines(List<Fingerprint> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    int rest = leftOut(texts);
    return Stream.of(
            Stream.of(WORTH),
            shown(texts).stream().map(TextHints::line),
            rest == 0 ? Stream.<String>empty() : Stream.of("and " + rest + " more"))
        .flatMap(lines -> lines)
        .toList();
  }

  static List<Fingerprint> shown(List<Fingerprint> texts) {
    return texts.subList(0, Math.min(SHOWN, texts.size()));
  }

  static int leftOut(List<Fingerprint> texts) {
    return texts.size() - shown(texts).size();
  }

  /** What kind of mark a text is known by. */
  static String kind(Mark mark) {
    return switch (mark) {
      case Mark.Phrase phrase -> "phrase";
      case Mark.Type type -> "type";
      case Mark.Code code -> "code";
    };
  }

  /** The text itself. */
  static String text(Mark mark) {
    return switch (mark) {
      case Mark.Phrase phrase -> phrase.phrase().text();
      case Mark.Type type -> type.name();
      case Mark.Code code -> code.code();
    };
  }

  private static String line(Fingerprint text) {
    return kind(text.mark())
        + " `"
        + text(text.mark())
        + "` ("
        + text.family().code()
        + (text.proves() ? ", proving)" : ")");
  }
}
