// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.runs;

import dev.lastbyte.cli.options.DataOptions;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.MarkdownView;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.report.LoggedReport;
import dev.lastbyte.report.ReportMarkdown;
import dev.lastbyte.report.RunReport;
import dev.lastbyte.store.StoredRuns;
import dev.lastbyte.store.model.StoreException;
import java.time.ZoneId;
import java.util.concurrent.Callable;
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
      "Shows one run in full: its verdict, the evidence, and the timeline. Exits 1 if it failed. Of"
          + " a run that goes on, how far it had come, and for how long nothing came.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte show last",
      "  lastbyte show 01kvx3                 the only run whose id begins so",
      "  lastbyte show last --json | jq .clocks"
    })
public final class ShowCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private DataOptions data = new DataOptions();

  @Parameters(
      paramLabel = "RUN",
      description = "A run's id, the beginning of one, or 'last' for the newest run.")
  private String run = RunFinder.LAST;

  @Option(names = "--json", description = "The report as one JSON object; Markdown otherwise.")
  private boolean json;

  public ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      StoredRuns runs = data.read(terminal);
      OpenRun open = run.equals(RunFinder.LAST) ? OpenRun.newest(runs) : OpenRun.find(runs, run);
      if (open != null && !json) {
        MarkdownView.print(open.report().markdown(), terminal);
        return ExitCode.OK;
      }
      return print(RunReport.of(RunFinder.find(data, runs, run)), runs);
    } catch (StoreException e) {
      throw new InvalidInputException(e);
    }
  }

  private int print(RunReport report, StoredRuns runs) throws StoreException {
    if (json) {
      terminal.line(LoggedReport.inFull(report));
    } else {
      MarkdownView.print(ReportMarkdown.of(report, ZoneId.systemDefault()).strip(), terminal);
      new SessionView(terminal, runs).printContextOf(report.log());
    }
    return ExitCode.of(report.diagnosis());
  }
}
