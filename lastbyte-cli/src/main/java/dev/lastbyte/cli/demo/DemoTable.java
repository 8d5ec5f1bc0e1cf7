// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.demo;

import dev.lastbyte.cli.text.Table;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.cli.text.Terminal.Style;
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
  private record Line(String scenario, String clientSaw, String code, String closed, String retry) {

    static Line of(DemoCase demoCase) {
      Closing closing = demoCase.report().last().facts().closing();
      return new Line(
          demoCase.scenario().name(),
          demoCase.clientSaw(),
          demoCase.report().diagnosis().code(),
          closing.by().code() + ", " + closing.how().code(),
          demoCase.report().last().verdict().safety().code());
    }
  }

  static void print(Terminal terminal, List<DemoCase> demoCases) {
    long dialects = demoCases.stream().map(DemoCase::dialect).distinct().count();
    Map<Line, List<DemoCase>> lines = new LinkedHashMap<>();
    demoCases.forEach(demoCase ->
        lines.computeIfAbsent(Line.of(demoCase), line -> new ArrayList<>()).add(demoCase));
    var table =
        new Table("SCENARIO", "THE CLIENT SAW", "LASTBYTE SAYS", "CLOSED BY", "RETRY", "EXPECTED");
    lines.forEach((line, same) ->
        table.row(
            line.scenario() + (same.size() == dialects ? "" : " " + names(same)),
            line.clientSaw(),
            line.code(),
            line.closed(),
            line.retry(),
            verdict(same)));
    table.printTo(terminal);
    terminal.line("");
    summary(terminal, demoCases);
  }

  private static String names(List<DemoCase> demoCases) {
    return demoCases.stream()
        .map(demoCase -> demoCase.dialect().token().replaceFirst(".*-", ""))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String verdict(List<DemoCase> same) {
    return same.stream()
        .filter(demoCase -> !demoCase.isAsExpected())
        .findFirst()
        .map(wrong -> "NO: " + wrong.expected().code() + ", " + wrong.expected().retrySafety())
        .orElse("yes");
  }

  private static void summary(Terminal terminal, List<DemoCase> demoCases) {
    long right = demoCases.stream().filter(DemoCase::isAsExpected).count();
    terminal.line(
        terminal.styled(
            right == demoCases.size() ? Style.GREEN : Style.RED,
            "%d of %d verdicts are what the harness, which knows what it did, expects."
                .formatted(right, demoCases.size())));
  }
}
