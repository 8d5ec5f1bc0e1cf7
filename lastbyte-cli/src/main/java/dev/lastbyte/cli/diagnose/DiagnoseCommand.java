// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.diagnose;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.cli.input.EventsInput;
import dev.lastbyte.cli.input.InputRun;
import dev.lastbyte.cli.input.LogFileInput;
import dev.lastbyte.cli.input.LogFormat;
import dev.lastbyte.cli.options.DataOptions;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.session.ConversationPosition;
import dev.lastbyte.imports.SourceFamily;
import dev.lastbyte.report.DiagnosisJson;
import dev.lastbyte.report.ReportMarkdown;
import dev.lastbyte.report.RunReport;
import dev.lastbyte.report.log.ReadProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
          + " kept; to keep its runs: lastbyte import. Where the gateway recorded the same"
          + " exchange, both are read together. Exits 1 if a run in it failed, 2 if a file cannot"
          + " be used, and 3 if none is known to have failed and of one nothing says whether it"
          + " did.",
      "",
      "Known formats: session logs of Codex (rollout-*.jsonl, exec --json), Claude Code (project"
          + " logs, stream-json), OpenCode (opencode export) and Gemini CLI (chats, stream-json,"
          + " error reports), PawWork session export, HTTP archives, OTLP traces, and our own run"
          + " log. What a file is, is found out by its shape; --from makes sure. With --from events"
          + " a file is read as events whatever it begins with, and '-' is standard input. What"
          + " each kind of log cannot know is said with its runs, and in docs/imports.md.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte diagnose ~/.codex/sessions/2026/11/22/rollout-*.jsonl",
      "  lastbyte diagnose --from claude ~/.claude/projects/*/*.jsonl",
      "  opencode export ses_abc > export.json; lastbyte diagnose export.json",
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
      description = "What the files are: ${COMPLETION-CANDIDATES}. Default: auto, by their shape")
  private LogFormat from = LogFormat.auto;

  @Option(names = "--json", description = "One diagnosis a line, as a JSON object.")
  private boolean json;

  @Mixin private DataOptions data = new DataOptions();

  private @Nullable RecordedRuns recorded;

  private final Set<SourceFamily> said = EnumSet.noneOf(SourceFamily.class);

  private int exit = ExitCode.OK;

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
    if (from == LogFormat.events) {
      EventsInput.read(file, terminal, run -> print(new InputRun(run.log(), run.problems(), null)));
    } else {
      LogFileInput.read(file, from.family(), terminal, this::print);
    }
  }

  private void print(InputRun run) {
    String joined = null;
    RunLog log = run.log();
    if (run.family() != null) {
      RunLog both = recorded().joinedWith(log);
      joined = both == null ? sameSession(log) : "joined with the gateway's own record of it";
      log = both == null ? log : both;
    }
    RunReport report = RunReport.of(log);
    if (json) {
      String note = joined;
      terminal.line(DiagnosisJson.line(fields -> writeNotes(fields, run, note), report));
    } else {
      sayWhatIsNotKnown(run.family());
      if (joined != null) {
        terminal.warn("run " + log.header().run() + ": " + joined);
      }
      terminal.line(ReportMarkdown.of(report));
    }
    exit = ExitCode.orWorse(exit, ExitCode.of(report.diagnosis()));
  }

  private RecordedRuns recorded() {
    if (recorded == null) {
      recorded = RecordedRuns.in(data.path());
    }
    return recorded;
  }

  private @Nullable String sameSession(RunLog log) {
    int runs = recorded().ofSameSession(log);
    return runs == 0
        ? null
        : "the gateway recorded %d runs of its session: lastbyte runs --session %s"
            .formatted(runs, ConversationPosition.of(log).session());
  }

  /** Once for each program, before the first of its runs. */
  private void sayWhatIsNotKnown(@Nullable SourceFamily family) {
    if (family != null && said.add(family)) {
      terminal.warn(
          "logs of %s: %s; to have the next run recorded: lastbyte run -- COMMAND"
              .formatted(family.title(), family.blindSpots()));
    }
  }

  private static void writeNotes(JsonGenerator json, InputRun run, @Nullable String joined)
      throws IOException {
    json.writeArrayFieldStart("notes");
    for (ReadProblem note : run.problems()) {
      writeNote(json, note.kind().code(), note.count(), note.text());
    }
    if (run.family() != null) {
      String says = "logs of " + run.family().title() + ": " + run.family().blindSpots();
      writeNote(json, "source_limits", 1, says);
    }
    if (joined != null) {
      writeNote(json, "gateway_record", 1, joined);
    }
    json.writeEndArray();
  }

  private static void writeNote(JsonGenerator json, String kind, long count, String says)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", kind);
    json.writeNumberField("count", count);
    json.writeStringField("says", says);
    json.writeEndObject();
  }
}
