// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.hint.Catalogue;
import dev.lastbyte.core.hint.Fingerprint;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which texts of the catalogue lead to which cause, each taken by itself. */
public final class ErrorTexts {

  private static final Map<Cause, List<Fingerprint>> BY_CAUSE =
      Catalogue.all().stream()
          .sorted(Comparator.comparing(text -> !text.proves()))
          .collect(Collectors.groupingBy(text -> HintMeanings.of(text.hint()).cause()));

  private ErrorTexts() {}

  /**
   * The texts whose leading cause it is: those that prove it first, then in the catalogue's order.
   * Empty for {@link Cause#UNKNOWN}: where no cause leads, a text leads nowhere.
   */
  public static List<Fingerprint> leadingTo(Cause cause) {
    return cause == Cause.UNKNOWN
        ? List.of()
        : List.copyOf(BY_CAUSE.getOrDefault(cause, List.of()));
  }
}
