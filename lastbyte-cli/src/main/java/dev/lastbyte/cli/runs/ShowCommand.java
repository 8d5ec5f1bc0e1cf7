// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.runs;

import dev.lastbyte.cli.options.DataOptions;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.ReportJson;
import dev.lastbyte.report.ReportMarkdown;
import dev.lastbyte.report.RunReport;
import dev.lastbyte.store.model.StoreException;
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
    RunReport report = RunReport.of(RunFinder.find(data, run, terminal));
    if (json) {
      terminal.line(ReportJson.of(report));
    } else {
      terminal.line(ReportMarkdown.of(report).strip());
      printConversation(report.log());
    }
    return ExitCode.of(report.diagnosis());
  }

  private void printConversation(RunLog log) {
    try {
      new SessionView(terminal, data.read(terminal)).printContextOf(log);
    } catch (StoreException e) {
      throw new InvalidInputException(e);
    }
  }
}
