// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;

/**
 * An entry of the catalogue: a text, and what it speaks of.
 *
 * @param mark what it is known by
 * @param family whose programs print it
 * @param hint what it speaks of
 * @param proves whether it can be printed for no other reason
 */
public record Fingerprint(Mark mark, ClientFamily family, Hint hint, boolean proves) {

  private static final int STATUS_DIGITS = 3;

  /** What a text is known by. */
  public sealed interface Mark {

    /** A phrase within a message. */
    record Phrase(KnownPhrase phrase) implements Mark {}

    /** The simple name of an error's class or constructor. */
    record Type(String name) implements Mark {}

    /** A machine-readable code, an HTTP status or a WebSocket close code. */
    record Code(String code) implements Mark {}
  }

  static Fingerprint phrase(KnownPhrase phrase, ClientFamily family, Hint hint) {
    return new Fingerprint(new Mark.Phrase(phrase), family, hint, false);
  }

  static Fingerprint type(String name, ClientFamily family, Hint hint) {
    return new Fingerprint(new Mark.Type(name), family, hint, false);
  }

  static Fingerprint code(String code, ClientFamily family, Hint hint) {
    return new Fingerprint(new Mark.Code(code), family, hint, false);
  }

  Fingerprint proving() {
    return new Fingerprint(mark, family, hint, true);
  }

  /** Whether it says more than {@code other}. */
  boolean outweighs(Fingerprint other) {
    if (proves != other.proves) {
      return proves;
    }
    int heavier = hint.weight().compareTo(other.hint.weight());
    return heavier > 0 || (heavier == 0 && isReasonOf(other));
  }

  /** A provider's own word says why, where its status only says of which sort. */
  private boolean isReasonOf(Fingerprint other) {
    return family == ClientFamily.PROVIDER
        && other.family == ClientFamily.PROVIDER
        && !isStatus()
        && other.isStatus();
  }

  private boolean isStatus() {
    return mark instanceof Mark.Code code
        && code.code().length() == STATUS_DIGITS
        && code.code().chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
