// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.text;

import java.util.Comparator;
import java.util.List;

/** Finds the names that a mistyped one is near to. */
public final class NearNames {
  private static final int SHOWN = 3;

  private NearNames() {}

  /** The few names that are the fewest edits away. */
  public static List<String> nearest(String yamlValue, List<String> names) {
    String bounded = Tokens.cleaned(yamlValue);
    return names.stream()
        .sorted(Comparator.comparingInt(name -> edits(bounded, name)))
        .limit(SHOWN)
        .toList();
  }

  /** The Levenshtein distance, row by row. */
  private static int edits(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] here = new int[to.length() + 1];
      here[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int swap = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        int replaced = above[column - 1] + swap;
        here[column] = Math.min(replaced, 1 + Math.min(above[column], here[column - 1]));
      }
      above = here;
    }
    return above[to.length()];
  }
}
