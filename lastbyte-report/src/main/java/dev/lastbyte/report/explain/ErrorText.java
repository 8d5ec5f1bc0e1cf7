// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.explain;

import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.hint.ErrorReading;
import dev.lastbyte.core.hint.Fingerprint;
import dev.lastbyte.core.hint.Fingerprint.Mark;
import dev.lastbyte.core.hint.Hint;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A raw text reduced to an error chain: the phrases, types and codes of the catalogue that it
 * holds, and nothing else of it. Lines are levels, outermost first; a text in the order of Python
 * is turned around.
 */
final class ErrorText {

  /** The longest text that is read, in characters; the rest is left alone. */
  static final int MAX_LENGTH = 64 * 1024;

  private final List<ErrorLink> chain = new ArrayList<>();
  private @Nullable Token type;
  private @Nullable Token code;
  private KnownPhrase phrase = KnownPhrase.NONE;

  private ErrorText() {}

  /** The chain of a text, outermost level first, at most {@link ErrorSurfaced#MAX_LEVELS}. */
  static List<ErrorLink> chain(String text) {
    String bounded = EscapedText.undone(text.substring(0, Math.min(text.length(), MAX_LENGTH)));
    var reader = new ErrorText();
    bounded.lines().filter(line -> !isFrame(line)).forEach(reader::line);
    List<ErrorLink> levels = reader.chain.stream().distinct().toList();
    return weightiest(isInnermostFirst(bounded) ? levels.reversed() : levels);
  }

  private void line(String line) {
    for (FoundMark found : FoundMark.in(line)) {
      if (isTaken(found.mark())) {
        endLevel();
      }
      take(found.mark());
    }
    endLevel();
  }

  private boolean isTaken(Mark mark) {
    return switch (mark) {
      case Mark.Type name -> type != null || phrase != KnownPhrase.NONE;
      case Mark.Phrase text -> phrase != KnownPhrase.NONE;
      case Mark.Code word -> code != null;
    };
  }

  private void take(Mark mark) {
    switch (mark) {
      case Mark.Type name -> type = new Token(name.name());
      case Mark.Phrase text -> phrase = text.phrase();
      case Mark.Code word -> code = new Token(word.code());
    }
  }

  private void endLevel() {
    if (type != null || code != null || phrase != KnownPhrase.NONE) {
      chain.add(new ErrorLink(type, code, phrase));
    }
    type = null;
    code = null;
    phrase = KnownPhrase.NONE;
  }

  /** A line of a stack trace: it names places, not errors. */
  private static boolean isFrame(String line) {
    String start = line.stripLeading();
    return start.startsWith("at ") || start.startsWith("File \"") || start.startsWith("... ");
  }

  /** Python prints the cause first. */
  private static boolean isInnermostFirst(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("direct cause of the following exception")
        || lower.contains("during handling of the above exception");
  }

  /** What says the least has to go, not what stands last. */
  private static List<ErrorLink> weightiest(List<ErrorLink> levels) {
    List<ErrorLink> kept =
        levels.stream()
            .sorted(Comparator.comparing(ErrorText::lead, BY_WEIGHT).reversed())
            .limit(ErrorSurfaced.MAX_LEVELS)
            .toList();
    return levels.stream().filter(kept::contains).toList();
  }

  /** Without the word that several causes follow, one of them would seem to be the cause. */
  private static final Comparator<Fingerprint> BY_WEIGHT =
      Comparator.comparing(ErrorText::saysSeveral)
          .thenComparing(Fingerprint::proves)
          .thenComparing(known -> known.hint().weight());

  private static boolean saysSeveral(Fingerprint known) {
    return known.hint() == Hint.SEVERAL;
  }

  private static Fingerprint lead(ErrorLink link) {
    return Objects.requireNonNull(
        ErrorReading.of(List.of(link)).lead(), "only known marks are taken");
  }
}
