// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.DiagnosisJson;
import dev.lastbyte.report.ReportMarkdown;
import dev.lastbyte.report.RunReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastbyte diagnose FILE...}. */
@Command(
    name = "diagnose",
    mixinStandardHelpOptions = true,
    header = "Read another program's log.",
    description = {
      "",
      "Reads another program's log, or a run log of our own, and says of each run in it what the",
      "log proves, what it does not, and what to capture to know. Nothing of the file is kept.",
      "Exits 1 if a run in it failed, 2 if a file cannot be used.",
      "",
      "Known formats: PawWork session export (.json), Lastbyte run log (.ndjson).",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte diagnose export.json",
      "  lastbyte diagnose --json *.json | jq -r .code"
    })
final class DiagnoseCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files to read.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--json", description = "One diagnosis a line, as a JSON object.")
  private boolean json;

  private int exit = Exit.FINE;

  DiagnoseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    for (Path file : files) {
      try {
        ForeignFile.runs(file, terminal::complain).forEach(this::print);
      } catch (BadInput e) {
        // One bad file does not take the others' diagnoses away.
        terminal.complain(e.getMessage());
        exit = Exit.BAD_INPUT;
      }
    }
    return exit;
  }

  private void print(RunLog log) {
    RunReport report = RunReport.of(log);
    terminal.line(json ? DiagnosisJson.line(report) : ReportMarkdown.of(report));
    if (report.diagnosis().failed()) {
      exit = Math.max(exit, Exit.FAILURE_DIAGNOSED);
    }
  }
}
