// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.diagnose;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.cli.input.EventsInput;
import dev.lastbyte.cli.input.LogFileInput;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.report.DiagnosisJson;
import dev.lastbyte.report.ReportMarkdown;
import dev.lastbyte.report.RunReport;
import dev.lastbyte.report.log.DecodedRunLog;
import dev.lastbyte.report.log.ReadProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      "Reads another program's log, or a run log of our own, and says of each run in it what the"
          + " log proves, what it does not, and what to capture to know. Nothing of the file is"
          + " kept. Exits 1 if a run in it failed, 2 if a file cannot be used, and 3 if none is"
          + " known to have failed and of one nothing says whether it did.",
      "",
      "Known formats: PawWork session export (.json), Lastbyte run log (.ndjson). With --from"
          + " events a file is read as events whatever it begins with, and '-' is standard input;"
          + " the format is described in docs/events.md.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte diagnose export.json",
      "  lastbyte diagnose --json *.json | jq -r .code",
      "  my-agent --events | lastbyte diagnose --from events -"
    })
public final class DiagnoseCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files to read.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "What the files are: ${COMPLETION-CANDIDATES}. Default: found out")
  private @Nullable Format from;

  @Option(names = "--json", description = "One diagnosis a line, as a JSON object.")
  private boolean json;

  private int exit = ExitCode.OK;

  /** What a file can be said to be; spelled as on the command line. */
  public enum Format {
    events
  }

  public DiagnoseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    for (Path file : files) {
      try {
        read(file);
      } catch (InvalidInputException e) {
        // One bad file does not take the others' diagnoses away.
        terminal.warn(e.getMessage());
        exit = ExitCode.BAD_INPUT;
      }
    }
    return exit;
  }

  private void read(Path file) {
    if (from == Format.events) {
      EventsInput.read(file, terminal, this::print);
    } else {
      LogFileInput.read(file, terminal, this::print);
    }
  }

  private void print(DecodedRunLog run) {
    RunReport report = RunReport.of(run.log());
    terminal.line(
        json
            ? DiagnosisJson.line(fields -> writeNotes(fields, run.problems()), report)
            : ReportMarkdown.of(report));
    exit = ExitCode.orWorse(exit, ExitCode.of(report.diagnosis()));
  }

  private static void writeNotes(JsonGenerator json, List<ReadProblem> notes) throws IOException {
    json.writeArrayFieldStart("notes");
    for (ReadProblem note : notes) {
      json.writeStartObject();
      json.writeStringField("kind", note.kind().code());
      json.writeNumberField("count", note.count());
      json.writeStringField("says", note.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
