// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import dev.lastbyte.cli.Terminal.Style;
import dev.lastbyte.core.facts.Closing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The demo's table: what a client is told, beside what was recorded. */
final class DemoTable {

  private DemoTable() {}

  /** What a line says apart from the dialect; dialects that say the same share a line. */
  private record Line(String scenario, String saw, String code, String closed, String retry) {

    static Line of(DemoAct act) {
      Closing closing = act.report().last().facts().closing();
      return new Line(
          act.scenario().name(),
          act.saw(),
          act.report().diagnosis().code(),
          closing.by().code() + ", " + closing.how().code(),
          act.report().last().verdict().safety().code());
    }
  }

  static void print(Terminal terminal, List<DemoAct> acts) {
    long dialects = acts.stream().map(DemoAct::dialect).distinct().count();
    Map<Line, List<DemoAct>> lines = new LinkedHashMap<>();
    acts.forEach(act -> lines.computeIfAbsent(Line.of(act), line -> new ArrayList<>()).add(act));
    var table =
        new Table("SCENARIO", "THE CLIENT SAW", "LASTBYTE SAYS", "CLOSED BY", "RETRY", "EXPECTED");
    lines.forEach((line, same) ->
        table.row(
            line.scenario() + (same.size() == dialects ? "" : " " + names(same)),
            line.saw(),
            line.code(),
            line.closed(),
            line.retry(),
            verdict(same)));
    table.printTo(terminal);
    terminal.line("");
    summary(terminal, acts);
  }

  private static String names(List<DemoAct> acts) {
    return acts.stream()
        .map(act -> act.dialect().token().replaceFirst(".*-", ""))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String verdict(List<DemoAct> same) {
    return same.stream()
        .filter(act -> !act.isAsExpected())
        .findFirst()
        .map(wrong -> "NO: " + wrong.expected().code() + ", " + wrong.expected().retrySafety())
        .orElse("yes");
  }

  private static void summary(Terminal terminal, List<DemoAct> acts) {
    long right = acts.stream().filter(DemoAct::isAsExpected).count();
    terminal.line(
        terminal.styled(
            right == acts.size() ? Style.GREEN : Style.RED,
            "%d of %d verdicts are what the harness, which knows what it did, expects."
                .formatted(right, acts.size())));
  }
}
