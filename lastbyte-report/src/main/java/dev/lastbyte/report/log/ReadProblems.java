// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what a reader could not use. Bounded by its kinds. Not thread-safe. */
final class ReadProblems {

  private final Map<ReadProblem.Kind, Tally> tallies = new EnumMap<>(ReadProblem.Kind.class);

  void add(ReadProblem.Kind kind, long line) {
    tallies.computeIfAbsent(kind, ignored -> new Tally()).add(line);
  }

  void addAll(ReadProblems others) {
    others.tallies.forEach(
        (kind, tally) -> tallies.computeIfAbsent(kind, ignored -> new Tally()).add(tally));
  }

  List<ReadProblem> all() {
    List<ReadProblem> problems = new ArrayList<>();
    tallies.forEach((kind, tally) -> problems.add(new ReadProblem(kind, tally.count, tally.lines)));
    return problems;
  }

  private static final class Tally {

    private final List<Long> lines = new ArrayList<>(1);
    private long count;

    void add(long line) {
      count++;
      if (lines.size() < ReadProblem.MAX_LINES) {
        lines.add(line);
      }
    }

    void add(Tally other) {
      count += other.count;
      other.lines.stream().limit(ReadProblem.MAX_LINES - lines.size()).forEach(lines::add);
    }
  }
}
