// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import java.util.List;
import java.util.stream.Stream;

/** The bounds of a report. */
final class Bounded {

  /** The most attempts that a report details. */
  static final int ATTEMPTS = 16;

  private Bounded() {}

  /** The first and the last of a long list, half of each. */
  static <T> List<T> firstAndLast(List<T> all, int limit) {
    if (all.size() <= limit) {
      return all;
    }
    int half = limit / 2;
    return Stream.concat(all.stream().limit(half), all.stream().skip(all.size() - (limit - half)))
        .toList();
  }
}
