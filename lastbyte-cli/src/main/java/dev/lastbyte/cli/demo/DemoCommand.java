// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.demo;

import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.MarkdownView;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.cli.text.Terminal.Style;
import dev.lastbyte.harness.ClientBehavior;
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
      "Breaks real streams in real ways behind a real gateway, and prints what the client saw"
          + " beside what Lastbyte says of it. Everything runs on this machine, in a folder of its"
          + " own that is gone afterwards. Exits 1 if a verdict is not the one that the harness"
          + " expects.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte demo",
      "  lastbyte demo --scenario text-fin --dialect anthropic-messages",
      "  lastbyte demo --json | jq -c '[.scenario, .code, .expected.code]'"
    })
public final class DemoCommand implements Callable<Integer> {

  private static final Duration MIN_TIMEOUT = Duration.ofMillis(300);
  private static final Duration MAX_TIMEOUT = Duration.ofSeconds(30);

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

  public DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    List<Scenario> chosen = chosenScenarios();
    List<Dialect> chosenDialects = chosenDialects();
    if (!json) {
      terminal.printNow(
          "Breaking %d streams behind a real gateway "
              .formatted(chosen.size() * chosenDialects.size()));
    }
    List<DemoCase> demoCases = new ArrayList<>();
    try (DemoEnvironment environment = DemoEnvironment.open()) {
      Duration timeout = measuredTimeout(environment);
      for (Scenario scenario : chosen) {
        demoCases.addAll(run(environment, scenario, chosenDialects, timeout));
      }
    }
    if (!json) {
      report(demoCases);
    }
    return demoCases.stream().allMatch(DemoCase::isAsExpected)
        ? ExitCode.OK
        : ExitCode.FAILURE_DIAGNOSED;
  }

  /**
   * The watchdog where it is to fire: many times what a good response takes here, so that on a slow
   * machine it does not fire before its time. A first response, not measured, is for what happens
   * only once.
   */
  private static Duration measuredTimeout(DemoEnvironment environment) throws Exception {
    Scenario good = Scenarios.named("ok");
    DemoCase.run(environment, good, Dialect.OPENAI_CHAT, MAX_TIMEOUT);
    long beganAtNanos = System.nanoTime();
    DemoCase.run(environment, good, Dialect.ANTHROPIC_MESSAGES, MAX_TIMEOUT);
    Duration measured = Duration.ofNanos(System.nanoTime() - beganAtNanos).multipliedBy(10);
    return measured.compareTo(MIN_TIMEOUT) > 0 ? measured : MIN_TIMEOUT;
  }

  /** All dialects of a scenario at once: where a timer has to pass, it passes for all of them. */
  private List<DemoCase> run(
      DemoEnvironment environment,
      Scenario scenario,
      List<Dialect> chosenDialects,
      Duration timeout)
      throws Exception {
    List<Callable<DemoCase>> tasks = new ArrayList<>();
    boolean givesUp = scenario.clientBehavior() instanceof ClientBehavior.GivesUp;
    Duration watchdog = givesUp ? timeout : MAX_TIMEOUT;
    chosenDialects.forEach(
        dialect -> tasks.add(() -> DemoCase.run(environment, scenario, dialect, watchdog)));
    List<DemoCase> demoCases = new ArrayList<>();
    try (ExecutorService agents = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<DemoCase> demoCase : agents.invokeAll(tasks)) {
        demoCases.add(demoCase.get());
        progress(demoCases.getLast());
      }
    }
    return demoCases;
  }

  private void progress(DemoCase demoCase) {
    if (json) {
      terminal.printNow(demoCase.json());
    } else {
      terminal.out().print(demoCase.isAsExpected() ? "." : "!");
      terminal.out().flush();
    }
  }

  private void report(List<DemoCase> demoCases) {
    terminal.line("");
    terminal.line("");
    DemoTable.print(terminal, demoCases);
    DemoCase sample =
        demoCases.stream()
            .filter(demoCase -> demoCase.scenario().name().equals("text-fin"))
            .reduce((first, last) -> last)
            .orElse(demoCases.getLast());
    terminal.line("");
    terminal.line(
        terminal.styled(
            Style.BOLD,
            "One of them in full (%s, %s), as `lastbyte show` prints it:"
                .formatted(sample.scenario().name(), sample.dialect().token())));
    terminal.line("");
    MarkdownView.print(ReportMarkdown.of(sample.report()).strip(), terminal);
  }

  private List<Scenario> chosenScenarios() {
    try {
      return scenarios.isEmpty()
          ? Scenarios.basics()
          : scenarios.stream().map(DemoCommand::scenario).toList();
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(e);
    }
  }

  private static Scenario scenario(String name) {
    Scenario scenario = Scenarios.named(name);
    if (!Scenarios.basics().contains(scenario)) {
      throw new InvalidInputException(
          "the demo does not play '" + name + "'; lastbyte harness serve does");
    }
    return scenario;
  }

  private List<Dialect> chosenDialects() {
    return dialects.isEmpty()
        ? DemoEnvironment.DIALECTS
        : dialects.stream().map(DemoCommand::dialect).toList();
  }

  private static Dialect dialect(String name) {
    return DemoEnvironment.DIALECTS.stream()
        .filter(dialect -> dialect.token().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new InvalidInputException("unknown dialect '" + name + "'; there are " + tokens()));
  }

  private static String tokens() {
    return DemoEnvironment.DIALECTS.stream().map(Dialect::token).collect(Collectors.joining(", "));
  }
}
