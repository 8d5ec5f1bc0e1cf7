// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The known names that a mistyped one is near to. */
public final class Suggestions {

  private static final int SHOWN = 3;

  /** What is longer than this was no slip of the fingers; and a row of edits stays small. */
  private static final int MAX_LENGTH = 64;

  private Suggestions() {}

  /**
   * The few words that are nearest: those that hold the given one first, then by how many edits
   * they are away.
   */
  public static List<String> of(String given, List<String> words) {
    String bounded = given.substring(0, Math.min(given.length(), MAX_LENGTH));
    return words.stream()
        .sorted(
            Comparator.comparing((String word) -> bounded.isEmpty() || !word.contains(bounded))
                .thenComparingInt(word -> edits(bounded, word)))
        .limit(SHOWN)
        .toList();
  }

  /** Only those that a slip of the fingers makes of each other: a third of the letters, at most. */
  public static List<String> near(String given, List<String> words) {
    return given.length() > MAX_LENGTH
        ? List.of()
        : of(given, words).stream()
            .filter(word -> 3 * edits(given, word) <= 2 + Math.max(given.length(), word.length()))
            .toList();
  }

  /** The Levenshtein distance, row by row. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    Arrays.setAll(row, column -> column);
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int swapped = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swapped, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
