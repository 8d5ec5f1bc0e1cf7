// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.hint.Hint.Weight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error chain as the catalogue reads it.
 *
 * @param lead what says the most, the innermost of several; null if the catalogue knows none of it
 * @param known everything that the catalogue knows of it, outermost first
 */
public record ErrorReading(@Nullable Fingerprint lead, List<Fingerprint> known) {

  /** Reads a chain, outermost level first. */
  public static ErrorReading of(List<ErrorLink> chain) {
    List<Fingerprint> known = chain.stream().flatMap(l -> Catalogue.of(l).stream()).toList();
    Fingerprint lead = null;
    for (Fingerprint next : known) {
      if (lead == null || !lead.outweighs(next)) {
        lead = next;
      }
    }
    return new ErrorReading(lead, known);
  }

  /** Whether it holds several causes, such as one for each address of a name. */
  public boolean isSeveral() {
    return known.stream().anyMatch(next -> next.hint() == Hint.SEVERAL);
  }

  /** What it knows of the causes themselves, without what wraps them, in the order of the text. */
  public List<Fingerprint> causes() {
    return known.stream().filter(next -> next.hint().weight() != Weight.WRAPPING).toList();
  }

  /** What it speaks of above all. */
  public Hint hint() {
    return lead == null ? Hint.NOTHING : lead.hint();
  }

  /** Whether its text can be printed for no other reason. */
  public boolean proves() {
    return lead != null && lead.proves();
  }

  /** How far the exchange had come: as the leading text tells, or else the innermost that does. */
  public Stage stage() {
    Stage stage = hint().stage();
    for (Fingerprint next : known.reversed()) {
      stage = stage == Stage.UNTOLD ? next.hint().stage() : stage;
    }
    return stage;
  }
}
