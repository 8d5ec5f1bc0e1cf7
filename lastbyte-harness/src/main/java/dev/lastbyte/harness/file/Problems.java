// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The problems of one file, in the order in which they were met. */
final class Problems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  /** Something is wrong there; without a mark, at the start. */
  void add(Optional<Mark> where, String says) {
    int line = where.map(Mark::getLine).orElse(0) + 1;
    int column = where.map(Mark::getColumn).orElse(0) + 1;
    var problem = new Problem(file, line, column, says);
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  int count() {
    return found.size();
  }

  List<Problem> all() {
    return List.copyOf(found);
  }
}
