// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness.fromrun;

import dev.lastbyte.cli.input.EventsInput;
import dev.lastbyte.cli.input.LogFileInput;
import dev.lastbyte.cli.options.DataOptions;
import dev.lastbyte.cli.runs.RunFinder;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.core.log.RunLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastbyte harness from-run RUN}. */
@Command(
    name = "from-run",
    mixinStandardHelpOptions = true,
    header = "Make a scenario of a recorded run.",
    description = {
      "",
      "Makes a scenario of the last attempt of a recorded run, to be served again and again: its"
          + " framing, the kinds and sizes of its events, its timing, and where and how it was cut."
          + " A run log holds no content, so the events are filled with letters that mean nothing.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte harness from-run last --out cut.yaml",
      "  lastbyte harness serve --scripts cut.yaml --scenario from-run",
      "  lastbyte harness from-run 01kvx3 --pace 0.1 --longest-pause 2000",
      "  my-agent --events | lastbyte harness from-run --from events -"
    })
public final class HarnessFromRunCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private DataOptions data = new DataOptions();

  @Parameters(
      paramLabel = "RUN",
      description =
          "A run's id, the beginning of one, or 'last' for the newest run; with --from a file.")
  private String run = RunFinder.LAST;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "RUN is a file of ${COMPLETION-CANDIDATES}, '-' being standard input.")
  private @Nullable Format from;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to write it. Default: here")
  private @Nullable Path out;

  @Option(names = "--force", description = "Overwrite the file of --out.")
  private boolean force;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The scenario's name. Default: from-run")
  private String name = "from-run";

  @Option(
      names = "--pace",
      paramLabel = "FACTOR",
      description = "Pauses are so many times as long as recorded. Default: 1")
  private double pace = 1;

  @Option(
      names = "--longest-pause",
      paramLabel = "MILLIS",
      description = "No pause is longer. Default: 5000")
  private long longestMillis = 5000;

  /** What a file can be said to be; spelled as on the command line. */
  enum Format {
    events
  }

  public HarnessFromRunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!(pace >= 0 && pace <= 1000) || longestMillis < 0 || longestMillis > 3_600_000) {
      throw new InvalidInputException(
          "--pace must be from 0 to 1000 and --longest-pause from 0 to 3600000, but were %s and %d"
              .formatted(pace, longestMillis));
    }
    var timing = new PauseScaling(pace, Duration.ofMillis(longestMillis));
    String yaml = ScenarioExport.of(name, log(), timing);
    if (out == null) {
      terminal.line(yaml.stripTrailing());
    } else {
      write(out, yaml);
    }
    return ExitCode.OK;
  }

  private RunLog log() {
    if (from == null) {
      return RunFinder.find(data, run, terminal);
    }
    List<RunLog> logs = new ArrayList<>();
    EventsInput.read(Path.of(run), terminal, decoded -> logs.add(decoded.log()));
    if (logs.size() > 1) {
      terminal.warn("%s holds %d runs; this is the last one".formatted(run, logs.size()));
    }
    return logs.getLast();
  }

  /** A scenario that was changed by hand is lost too easily. */
  private void write(Path file, String yaml) {
    if (Files.isRegularFile(file) && !force) {
      throw new InvalidInputException(
          file + " exists; --force overwrites it, and --out gives another");
    }
    try {
      Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new InvalidInputException(
          file + " cannot be written: " + LogFileInput.ioReason(e) + "; give another with --out",
          e);
    }
  }
}
