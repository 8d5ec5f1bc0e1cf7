// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.diagnose;

import dev.lastbyte.cli.input.EventsInput;
import dev.lastbyte.cli.input.InputRun;
import dev.lastbyte.cli.input.LogFileInput;
import dev.lastbyte.cli.input.LogFormat;
import dev.lastbyte.cli.options.DataOptions;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.store.RunStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastbyte import FILE...}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    header = "Keep the runs of another program's log.",
    description = {
      "",
      "Reads logs as lastbyte diagnose does, and keeps what they tell of each run where recorded"
          + " runs are kept, so that runs, show and runs --session have them. Nothing else of a log"
          + " is kept: no prompt, no response, no path. A log that is read again replaces what was"
          + " kept of it. Exits 2 if a file cannot be used.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte import ~/.codex/sessions/2026/11/22/rollout-*.jsonl",
      "  lastbyte import --data ./case --from claude session.jsonl",
      "  lastbyte import export.json; lastbyte show last"
    })
public final class ImportCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private DataOptions data = new DataOptions();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files to read.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "What the files are: ${COMPLETION-CANDIDATES}. Default: auto, by their shape")
  private LogFormat from = LogFormat.auto;

  public ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    int exit = ExitCode.OK;
    try (RunStore store = data.open(terminal)) {
      for (Path file : files) {
        try {
          terminal.line("%s: %d runs kept".formatted(file, keep(file, store)));
        } catch (InvalidInputException e) {
          // One bad file does not take the others' runs away.
          terminal.warn(e.getMessage());
          exit = ExitCode.BAD_INPUT;
        }
      }
      String trouble = store.health();
      if (trouble != null) {
        terminal.warn(trouble);
        exit = ExitCode.BAD_INPUT;
      }
    }
    return exit;
  }

  private int keep(Path file, RunStore store) {
    int[] kept = {0};
    Consumer<InputRun> each =
        run -> {
          store.ended(run.log());
          kept[0]++;
        };
    if (from == LogFormat.events) {
      EventsInput.read(
          file, terminal, run -> each.accept(new InputRun(run.log(), run.problems(), null)));
    } else {
      LogFileInput.read(file, from.family(), terminal, each);
    }
    return kept[0];
  }
}
