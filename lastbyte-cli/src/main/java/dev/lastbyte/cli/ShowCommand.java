// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

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
final class ShowCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  @Parameters(
      paramLabel = "RUN",
      description = "A run's id, the beginning of one, or 'last' for the newest run.")
  private String run = StoredRun.LAST;

  @Option(names = "--json", description = "The report as one JSON object; Markdown otherwise.")
  private boolean json;

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    RunReport report = RunReport.of(StoredRun.find(data, run, terminal));
    if (json) {
      terminal.line(ReportJson.of(report));
    } else {
      terminal.line(ReportMarkdown.of(report).strip());
      tellOfItsConversation(report.log());
    }
    return report.diagnosis().failed() ? Exit.FAILURE_DIAGNOSED : Exit.FINE;
  }

  private void tellOfItsConversation(RunLog log) {
    try {
      new SessionView(terminal, data.read(terminal)).tellOf(log);
    } catch (StoreException e) {
      throw new BadInput(e);
    }
  }
}
