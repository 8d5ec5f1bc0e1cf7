// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.scoreboard;

import dev.lastbyte.cli.text.Table;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.cli.text.Terminal.Style;
import dev.lastbyte.core.diagnosis.Evidence;
import dev.lastbyte.scoreboard.AspectResult;
import dev.lastbyte.scoreboard.Outcome;
import dev.lastbyte.scoreboard.Row;
import dev.lastbyte.scoreboard.Totals;
import dev.lastbyte.scoreboard.driver.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The scoreboard for a person: what is dangerous first, what is to be remembered last. */
final class ScoreboardText {

  private final Terminal terminal;
  private final List<Row> rows;

  ScoreboardText(Terminal terminal, List<Row> rows) {
    this.terminal = terminal;
    this.rows = rows;
  }

  void print(Totals totals, long seed) {
    List<Row> unsafe = rows.stream().filter(Row::isUnsafe).toList();
    block("UNSAFE: would be tried again by itself, where that is not proven safe", unsafe);
    by(Row::group).forEach(this::table);
    block(
        "DISAGREEMENTS",
        rows.stream().filter(row -> row.outcome().compareTo(Outcome.CANNOT_KNOW) > 0).toList());
    totals(totals, seed);
  }

  private Map<String, List<Row>> by(Function<Row, String> key) {
    return rows.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private void table(String group, List<Row> members) {
    terminal.line(terminal.styled(Style.BOLD, group.toUpperCase(Locale.ROOT).replace('_', ' ')));
    var table = new Table("SCENARIO", "ROWS", "RIGHT", "CANNOT KNOW", "UNKNOWN", "WRONG");
    members.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.trial().scenario().name(), TreeMap::new, Collectors.toList()))
        .forEach((name, same) -> table.row(cells(name, same)));
    table.printTo(terminal);
    terminal.line("");
  }

  private static String[] cells(String name, List<Row> same) {
    List<String> cells = new ArrayList<>(List.of(name, String.valueOf(same.size())));
    for (Outcome outcome : Outcome.values()) {
      long count = same.stream().filter(row -> row.outcome() == outcome).count();
      cells.add(count == 0 ? "-" : String.valueOf(count));
    }
    return cells.toArray(String[]::new);
  }

  private void block(String title, List<Row> members) {
    if (!members.isEmpty()) {
      terminal.line(terminal.styled(Style.RED, title));
      members.forEach(this::inFull);
      terminal.line("");
    }
  }

  private void inFull(Row row) {
    Trial trial = row.trial();
    terminal.line(
        "  %s, %s, %s, seen from %s"
            .formatted(
                trial.scenario().name(),
                trial.dialect().token(),
                trial.framing().token(),
                trial.vantage().token()));
    for (AspectResult result : row.disagreements()) {
      terminal.line(
          "    %-13s expected %s, got %s (%s)"
              .formatted(
                  result.aspect().token(),
                  result.expected(),
                  result.actual(),
                  result.outcome().token()));
    }
    terminal.line("    evidence      " + evidence(row));
  }

  private static String evidence(Row row) {
    var report = row.report();
    return report == null
        ? "none: " + row.error()
        : report.diagnosis().evidence().stream()
            .map(ScoreboardText::words)
            .collect(Collectors.joining(", "));
  }

  private static String words(Evidence evidence) {
    return evidence.event() == Evidence.ABSENCE
        ? evidence.claim().code()
        : evidence.claim().code() + " (event " + evidence.event() + ")";
  }

  private void totals(Totals totals, long seed) {
    terminal.line(
        "%d rows: %d right, %d cannot know, %d unknown, %d wrong; seed %d"
            .formatted(
                totals.rows(),
                totals.right(),
                totals.cannotKnow(),
                totals.unknown(),
                totals.wrong(),
                seed));
    terminal.line(
        terminal.styled(
            totals.meetThresholds() ? Style.GREEN : Style.RED,
            String.format(
                Locale.ROOT,
                "%.2f %% right, %.2f %% unknown, %.2f %% wrong; %d unsafe, %d controls flagged: %s",
                100 * totals.rightShare(),
                100 * totals.unknownShare(),
                100 * totals.wrongShare(),
                totals.unsafe(),
                totals.controlsFlagged(),
                totals.meetThresholds() ? "the bars hold" : "the bars do not hold")));
  }
}
