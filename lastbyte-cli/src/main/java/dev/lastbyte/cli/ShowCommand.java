// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.ReportJson;
import dev.lastbyte.report.ReportMarkdown;
import dev.lastbyte.report.RunReport;
import dev.lastbyte.store.Lookup;
import dev.lastbyte.store.RunRow;
import dev.lastbyte.store.StoreException;
import dev.lastbyte.store.StoredRuns;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastbyte show RUN}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    header = "Show one run in full.",
    description = {
      "",
      "Shows one run in full: its verdict, the evidence, and the timeline. Exits 1 if it failed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte show last",
      "  lastbyte show 01kvx3                 the only run whose id begins so",
      "  lastbyte show last --json | jq .clocks"
    })
final class ShowCommand implements Callable<Integer> {

  private static final String LAST = "last";
  private static final int NAMED = 5;

  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  @Parameters(
      paramLabel = "RUN",
      description = "A run's id, the beginning of one, or 'last' for the newest run.")
  private String run = LAST;

  @Option(names = "--json", description = "The report as one JSON object; Markdown otherwise.")
  private boolean json;

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      StoredRuns runs = data.read();
      RunReport report = RunReport.of(run.equals(LAST) ? newest(runs) : find(runs));
      if (json) {
        terminal.line(ReportJson.of(report));
      } else {
        terminal.line(ReportMarkdown.of(report).strip());
        new SessionView(terminal, runs).tellOf(report.log());
      }
      return report.diagnosis().failed() ? Exit.FAILURE_DIAGNOSED : Exit.FINE;
    } catch (StoreException e) {
      throw new BadInput(e);
    }
  }

  private RunLog newest(StoredRuns runs) throws StoreException {
    List<RunRow> rows = runs.newest(1);
    if (!rows.isEmpty() && runs.find(rows.getFirst().run().value()) instanceof Lookup.Found found) {
      return found.log();
    }
    throw new BadInput("no run has been recorded in " + data.path() + " yet");
  }

  private RunLog find(StoredRuns runs) throws StoreException {
    return switch (runs.find(run)) {
      case Lookup.Found found -> found.log();
      case Lookup.Ambiguous many ->
          throw new BadInput("several runs begin with '" + run + "': " + names(many.candidates()));
      case Lookup.Missing missing -> throw new BadInput(missing(runs));
    };
  }

  private String missing(StoredRuns runs) throws StoreException {
    List<Token> newest = runs.newest(NAMED).stream().map(RunRow::run).toList();
    String there = newest.isEmpty() ? "it holds none" : "the newest are " + names(newest);
    return "no run '" + run + "' in " + data.path() + "; " + there;
  }

  private static String names(List<Token> runs) {
    return runs.stream().map(Token::value).collect(Collectors.joining(", "));
  }
}
