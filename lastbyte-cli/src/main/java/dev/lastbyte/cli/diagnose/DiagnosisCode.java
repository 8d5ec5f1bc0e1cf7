// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.diagnose;

import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Suggestions;
import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.facts.Phase;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code from the command line: a cause alone, or {@code cause@phase/origin}.
 *
 * @param phase null if the cause stood alone
 * @param origin null if the cause stood alone
 */
record DiagnosisCode(Cause cause, @Nullable Phase phase, @Nullable Origin origin) {

  private static final int MOST_SHOWN = 80;

  /**
   * Reads a code.
   *
   * @throws InvalidInputException if one of its words does not exist, or its form is another
   */
  static DiagnosisCode parse(String given) {
    int at = given.indexOf('@');
    if (at < 0) {
      return new DiagnosisCode(word("cause", given, Cause.values()), null, null);
    }
    int slash = given.indexOf('/', at);
    if (slash < 0) {
      throw new InvalidInputException(
          "'" + shown(given) + "' is no code: it must be CAUSE or CAUSE@PHASE/ORIGIN");
    }
    return new DiagnosisCode(
        word("cause", given.substring(0, at), Cause.values()),
        word("phase", given.substring(at + 1, slash), Phase.values()),
        word("origin", given.substring(slash + 1), Origin.values()));
  }

  private static <T extends Coded> T word(String kind, String given, T[] words) {
    return Arrays.stream(words)
        .filter(word -> word.code().equals(given))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException(unknown(kind, given, words)));
  }

  private static String unknown(String kind, String given, Coded[] words) {
    List<String> codes = Arrays.stream(words).map(Coded::code).toList();
    return "no "
        + kind
        + " '"
        + shown(given)
        + "'; near ones are "
        + String.join(", ", Suggestions.of(given, codes));
  }

  /** As much of it as fits a line, and nothing that a terminal obeys. */
  private static String shown(String given) {
    String bounded = given.length() > MOST_SHOWN ? given.substring(0, MOST_SHOWN) + "…" : given;
    return bounded.replaceAll("\\p{Cntrl}", "?");
  }
}
