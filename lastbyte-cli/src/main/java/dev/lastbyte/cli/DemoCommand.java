// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import dev.lastbyte.cli.Terminal.Style;
import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.report.ReportMarkdown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lastbyte demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    header = "Break real streams, and read what is said of them.",
    description = {
      "",
      "Breaks real streams in real ways behind a real gateway, and prints what the client saw",
      "beside what Lastbyte says of it. Everything runs on this machine, in a folder of its own",
      "that is gone afterwards. Exits 1 if a verdict is not the one that the harness expects.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte demo",
      "  lastbyte demo --scenario text-fin --dialect anthropic-messages",
      "  lastbyte demo --json | jq -c '[.scenario, .code, .expected.code]'"
    })
final class DemoCommand implements Callable<Integer> {

  private static final Duration SHORTEST_PATIENCE = Duration.ofMillis(300);
  private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(30);

  private final Terminal terminal;

  @Option(names = "--json", description = "One diagnosis a line, as a JSON object.")
  private boolean json;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "Only this one; may be given again. See: lastbyte harness list")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      description = "Only this one: openai-chat, openai-responses or anthropic-messages.")
  private List<String> dialects = new ArrayList<>();

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    List<Scenario> chosen = chosenScenarios();
    List<Dialect> spoken = chosenDialects();
    if (!json) {
      terminal.say(
          "Breaking %d streams behind a real gateway ".formatted(chosen.size() * spoken.size()));
    }
    List<DemoAct> acts = new ArrayList<>();
    try (DemoStage stage = DemoStage.open()) {
      Duration patience = patience(stage);
      for (Scenario scenario : chosen) {
        acts.addAll(play(stage, scenario, spoken, patience));
      }
    }
    if (!json) {
      report(acts);
    }
    return acts.stream().allMatch(DemoAct::isAsExpected) ? Exit.FINE : Exit.FAILURE_DIAGNOSED;
  }

  /**
   * The watchdog where it is to fire: many times what a good answer takes here, so that on a slow
   * machine it does not fire before its time. A first answer, not measured, is for what happens
   * only once.
   */
  private static Duration patience(DemoStage stage) throws Exception {
    Scenario good = Scenarios.named("ok");
    DemoAct.play(stage, good, Dialect.OPENAI_CHAT, LONGEST_PATIENCE);
    long beganAtNanos = System.nanoTime();
    DemoAct.play(stage, good, Dialect.ANTHROPIC_MESSAGES, LONGEST_PATIENCE);
    Duration measured = Duration.ofNanos(System.nanoTime() - beganAtNanos).multipliedBy(10);
    return measured.compareTo(SHORTEST_PATIENCE) > 0 ? measured : SHORTEST_PATIENCE;
  }

  /** All dialects of a scenario at once: where a timer has to pass, it passes for all of them. */
  private List<DemoAct> play(
      DemoStage stage, Scenario scenario, List<Dialect> spoken, Duration patience)
      throws Exception {
    List<Callable<DemoAct>> tasks = new ArrayList<>();
    boolean givesUp = scenario.clientPart() instanceof ClientPart.GivesUp;
    Duration watchdog = givesUp ? patience : LONGEST_PATIENCE;
    spoken.forEach(dialect -> tasks.add(() -> DemoAct.play(stage, scenario, dialect, watchdog)));
    List<DemoAct> acts = new ArrayList<>();
    try (ExecutorService agents = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<DemoAct> act : agents.invokeAll(tasks)) {
        acts.add(act.get());
        progress(acts.getLast());
      }
    }
    return acts;
  }

  private void progress(DemoAct act) {
    if (json) {
      terminal.say(act.json());
    } else {
      terminal.out().print(act.isAsExpected() ? "." : "!");
      terminal.out().flush();
    }
  }

  private void report(List<DemoAct> acts) {
    terminal.line("");
    terminal.line("");
    DemoTable.print(terminal, acts);
    DemoAct sample =
        acts.stream()
            .filter(act -> act.scenario().name().equals("text-fin"))
            .reduce((first, last) -> last)
            .orElse(acts.getLast());
    terminal.line("");
    terminal.line(
        terminal.styled(
            Style.BOLD,
            "One of them in full (%s, %s), as `lastbyte show` prints it:"
                .formatted(sample.scenario().name(), sample.dialect().token())));
    terminal.line("");
    terminal.line(ReportMarkdown.of(sample.report()).strip());
  }

  private List<Scenario> chosenScenarios() {
    try {
      return scenarios.isEmpty()
          ? Scenarios.basics()
          : scenarios.stream().map(DemoCommand::scenario).toList();
    } catch (IllegalArgumentException e) {
      throw new BadInput(e);
    }
  }

  private static Scenario scenario(String name) {
    Scenario scenario = Scenarios.named(name);
    if (!Scenarios.basics().contains(scenario)) {
      throw new BadInput("the demo does not play '" + name + "'; lastbyte harness serve does");
    }
    return scenario;
  }

  private List<Dialect> chosenDialects() {
    return dialects.isEmpty()
        ? DemoStage.DIALECTS
        : dialects.stream().map(DemoCommand::dialect).toList();
  }

  private static Dialect dialect(String name) {
    return DemoStage.DIALECTS.stream()
        .filter(dialect -> dialect.token().equals(name))
        .findFirst()
        .orElseThrow(() -> new BadInput("unknown dialect '" + name + "'; there are " + tokens()));
  }

  private static String tokens() {
    return DemoStage.DIALECTS.stream().map(Dialect::token).collect(Collectors.joining(", "));
  }
}
