// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.reading;

import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An error as a log tells it, reduced to types, codes and known phrases, the outermost level first.
 * A message is never kept.
 */
public final class ErrorChain {

  private final List<ErrorLink> links = new ArrayList<>();

  /** An error of which nothing is told yet. */
  public ErrorChain() {}

  /**
   * Adds one level. A message that holds several known phrases becomes a level for each, in the
   * order in which they stand there: programs print a cause behind what it caused.
   *
   * @param type the error's class or kind, or null if the log names none
   * @param code its code, or null
   * @param message its message, of which only the known phrases are kept, or null
   */
  public ErrorChain level(@Nullable String type, @Nullable String code, @Nullable String message) {
    List<KnownPhrase> phrases = phrases(message == null ? "" : message);
    Token named = Token.orNull(type);
    Token coded = Token.orNull(code);
    if (named != null || coded != null || message != null) {
      KnownPhrase first = phrases.isEmpty() ? KnownPhrase.NONE : phrases.getFirst();
      add(new ErrorLink(named, coded, first));
    }
    phrases.stream().skip(1).forEach(phrase -> add(new ErrorLink(null, null, phrase)));
    return this;
  }

  private void add(ErrorLink link) {
    if (links.size() < ErrorSurfaced.MAX_LEVELS && !links.contains(link)) {
      links.add(link);
    }
  }

  /** Whether nothing was told. */
  public boolean isEmpty() {
    return links.isEmpty();
  }

  /** The levels, at most {@value ErrorSurfaced#MAX_LEVELS}. */
  public List<ErrorLink> links() {
    return List.copyOf(links);
  }

  /** The phrases of a text in their order; of those that overlap, the one that says the most. */
  private static List<KnownPhrase> phrases(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    List<Place> found = new ArrayList<>();
    for (KnownPhrase phrase : KnownPhrase.values()) {
      int at = phrase == KnownPhrase.NONE ? -1 : phrase.placeIn(lower);
      if (at >= 0 && found.stream().noneMatch(place -> place.overlaps(at, phrase))) {
        found.add(new Place(at, phrase));
      }
    }
    return found.stream().sorted(Comparator.comparingInt(Place::at)).map(Place::phrase).toList();
  }

  private record Place(int at, KnownPhrase phrase) {
    private boolean overlaps(int otherAt, KnownPhrase other) {
      return at < otherAt + other.text().length() && otherAt < at + phrase.text().length();
    }
  }
}
