// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.scoreboard;

import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.scoreboard.Row;
import dev.lastbyte.scoreboard.Scoreboard;
import dev.lastbyte.scoreboard.Totals;
import dev.lastbyte.scoreboard.driver.GatewayFixture;
import dev.lastbyte.scoreboard.driver.Trial;
import dev.lastbyte.scoreboard.driver.Trials;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lastbyte scoreboard}. */
@Command(
    name = "scoreboard",
    mixinStandardHelpOptions = true,
    header = "Hold the diagnosis against what the harness knows that it did.",
    description = {
      "",
      "Plays every scenario of the harness, in every dialect and framing, through a real gateway on"
          + " this machine, and holds each statement of the diagnosis against the scenario's answer"
          + " key:",
      "  right        it is what the key says",
      "  cannot_know  the truth cannot be known from there, and what can be was said",
      "  unknown      nothing was claimed, although it could have been known",
      "  wrong        something else was claimed",
      "A row is as good as its worst statement; the share of right rows includes cannot_know. Exits"
          + " 0 if at least 99 %% of the rows are right and at most 0.2 %% wrong, none would be"
          + " tried again unsafely, and nothing that was well is said to have failed; 1 otherwise.",
      ""
    },
    footer = {
      "",
      "With --json: one object a row and, last, one with the totals: right, unknown,",
      "wrong (shares of 1; right includes cannot_know), unsafe, controls_flagged, rows",
      "(counts), seed.",
      "",
      "Examples:",
      "  lastbyte scoreboard",
      "  lastbyte scoreboard --only 'text-*' --vantage gateway",
      "  lastbyte scoreboard --random 2000 --seed 7 --json | tail -1"
    })
public final class ScoreboardCommand implements Callable<Integer> {

  private static final List<Vantage> VANTAGES = List.of(Vantage.GATEWAY, Vantage.GATEWAY_AND_AGENT);

  private final Terminal terminal;

  @Option(
      names = "--random",
      paramLabel = "N",
      description = "So many random compositions of dialect, framing, place and cut beside them.")
  private int random;

  @Option(names = "--seed", paramLabel = "S", description = "What they are drawn by.")
  private @Nullable Long seed;

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      description = "Only the scenarios whose names match, such as 'text-*'; none for ''.")
  private String only = "*";

  @Option(
      names = "--vantage",
      paramLabel = "NAME",
      description = "Only from there: gateway or gateway+agent. Both by default.")
  private List<String> vantages = new ArrayList<>();

  @Option(names = "--json", description = "One row a line, as a JSON object, and the totals last.")
  private boolean json;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "How many to play at a time, 1 to 256; 16 by default.")
  private int parallel = 16;

  public ScoreboardCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (parallel < 1 || parallel > 256 || random < 0 || random > 1_000_000) {
      throw new InvalidInputException("--parallel is 1 to 256 and --random is 0 to 1000000");
    }
    long effectiveSeed = seed == null ? ThreadLocalRandom.current().nextLong(1 << 30) : seed;
    List<Trial> trials = trials(effectiveSeed);
    if (trials.isEmpty()) {
      throw new InvalidInputException("nothing is left to play; see: lastbyte harness list");
    }
    List<Row> rows = run(trials);
    var totals = Totals.of(rows);
    if (json) {
      rows.forEach(row -> terminal.line(ScoreboardJson.row(row)));
      terminal.printNow(ScoreboardJson.totals(totals, effectiveSeed));
    } else {
      new ScoreboardText(terminal, rows).print(totals, effectiveSeed);
    }
    return totals.meetThresholds() ? ExitCode.OK : ExitCode.FAILURE_DIAGNOSED;
  }

  private List<Trial> trials(long effectiveSeed) {
    PathMatcher names = FileSystems.getDefault().getPathMatcher("glob:" + only);
    List<Trial> trials = new ArrayList<>();
    Trials.all(chosenVantages()).stream()
        .filter(trial -> names.matches(Path.of(trial.scenario().name())))
        .forEach(trials::add);
    trials.addAll(Trials.random(effectiveSeed, random, chosenVantages()));
    return trials;
  }

  private List<Row> run(List<Trial> trials) throws IOException, InterruptedException {
    var closed = new CountDownLatch(1);
    cleanUpOnInterrupt(closed);
    try (GatewayFixture environment = GatewayFixture.open(trials, parallel)) {
      var progress = new ScoreboardProgress(terminal, trials.size());
      List<Row> rows = Scoreboard.run(environment, trials, progress::add);
      progress.clear();
      return rows;
    } finally {
      closed.countDown();
    }
  }

  /** Lets the process end by Ctrl-C only when the stage is closed and its folder gone. */
  private static void cleanUpOnInterrupt(CountDownLatch closed) {
    Thread player = Thread.currentThread();
    var ending =
        new Thread(
            () -> {
              if (closed.getCount() > 0) {
                player.interrupt();
              }
              try {
                closed.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "lastbyte-shutdown");
    Runtime.getRuntime().addShutdownHook(ending);
  }

  private List<Vantage> chosenVantages() {
    return vantages.isEmpty()
        ? VANTAGES
        : vantages.stream().map(ScoreboardCommand::vantage).toList();
  }

  private static Vantage vantage(String name) {
    return VANTAGES.stream()
        .filter(vantage -> vantage.token().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new InvalidInputException(
                "unknown vantage '" + name + "'; there are gateway, gateway+agent"));
  }
}
