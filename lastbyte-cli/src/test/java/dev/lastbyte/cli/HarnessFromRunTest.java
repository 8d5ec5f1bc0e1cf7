// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.demo.DemoAgent;
import dev.lastbyte.cli.demo.DemoEnvironment;
import dev.lastbyte.cli.harness.fromrun.PauseScaling;
import dev.lastbyte.cli.harness.fromrun.ScenarioExport;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.harness.Canary;
import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Endpoint;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.file.ScenarioFiles;
import dev.lastbyte.harness.scenario.ScenarioSet;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.report.RunReport;
import dev.lastbyte.report.log.RunLogCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run becomes a scenario, and that scenario is diagnosed as the run was. */
@Tag("slow")
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class HarnessFromRunTest {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final PauseScaling TIMING = new PauseScaling(1, Duration.ofMillis(200));

  /** Most of a run is waiting: for a silence that is played, or for the client to give up. */
  private static final int AT_ONCE = 16;

  @TempDir private Path folder;

  /** One scenario as it is met through the gateway. */
  record Case(String name, Dialect dialect, String path) {
    static Case of(Scenario scenario, Dialect dialect, Framing framing) {
      String segment = scenario.segment(framing);
      return new Case(
          (segment + "_" + dialect.token()).replace('.', '_'),
          dialect,
          "/" + dialect.token() + "/" + segment + dialect.route());
    }
  }

  private static List<Case> cases() {
    var cases = new ArrayList<Case>();
    Stream.of("basics", "before-headers", "mid-stream", "clean-ends", "statuses", "in-stream")
        .flatMap(group -> Scenarios.group(group).stream())
        .distinct()
        .filter(HarnessFromRunTest::isPlayable)
        .forEach(scenario -> addAll(scenario, cases));
    return cases;
  }

  private static void addAll(Scenario scenario, List<Case> cases) {
    for (Dialect dialect : DemoEnvironment.DIALECTS) {
      for (Framing framing : List.of(Framing.CHUNKED, Framing.LENGTH, Framing.CLOSE_DELIMITED)) {
        if (scenario.dialects().contains(dialect) && scenario.framings().contains(framing)) {
          cases.add(Case.of(scenario, dialect, framing));
        }
      }
    }
  }

  /** A client that asks once and reads on, or gives up in a silence. */
  private static boolean isPlayable(Scenario scenario) {
    ClientBehavior part = scenario.clientBehavior();
    boolean asksOnce =
        part instanceof ClientBehavior.ReadsOn || part instanceof ClientBehavior.GivesUp;
    return asksOnce && scenario.endpoint() == Endpoint.SERVER;
  }

  @Test
  void aRunPlayedAgain_isDiagnosedAsTheRunWas() throws Exception {
    List<Case> cases = cases();
    Map<String, RunLog> first = record(ScenarioSet.standard(), cases);
    var own = new ArrayList<Scenario>();
    var again = new ArrayList<Case>();
    for (Case each : cases) {
      String yaml = ScenarioExport.of("again-" + own.size(), first.get(each.name()), TIMING);
      var reading = ScenarioFiles.read(each.name(), yaml);
      assertThat(reading.problems()).as(yaml).isEmpty();
      Scenario scenario = reading.scenarios().getFirst();
      own.add(scenario);
      String segment = scenario.segment(scenario.framings().iterator().next());
      String path = "/" + each.dialect().token() + "/" + segment + each.dialect().route();
      again.add(new Case(each.name(), each.dialect(), path));
    }

    Map<String, RunLog> second = record(ScenarioSet.standard().with(own), again);

    assertThat(first).hasSizeGreaterThan(100);
    assertThat(differences(first, second)).isEmpty();
  }

  @Test
  void theCommand_writesAFile_thatHoldsNoContent_andIsFine() throws Exception {
    Path events = folder.resolve("run.ndjson");
    Path yaml = folder.resolve("cut.yaml");
    Case cut = Case.of(Scenarios.named("text-rst"), Dialect.OPENAI_CHAT, Framing.CHUNKED);
    RunLog log = record(ScenarioSet.standard(), List.of(cut)).get(cut.name());
    Files.write(events, RunLogCodec.encode(log));

    CommandResult made =
        CommandResult.of(
            "harness", "from-run", "--from", "events", events.toString(), "--out", yaml.toString());

    assertThat(made.exit()).as(made.err()).isEqualTo(ExitCode.OK);
    assertThat(yaml)
        .content(StandardCharsets.UTF_8)
        .contains("dialects: openai-chat", "framings: chunked", "- text: {events: 3", "end: rst")
        .doesNotContain(Canary.ANSWER);
    assertThat(CommandResult.of("harness", "check", yaml.toString()).exit()).isEqualTo(ExitCode.OK);
    assertThatAFileIsNotOverwrittenUnasked(events, yaml);
  }

  private static void assertThatAFileIsNotOverwrittenUnasked(Path events, Path yaml)
      throws Exception {
    Files.writeString(yaml, "# changed by hand");
    List<String> again =
        List.of(
            "harness", "from-run", "--from", "events", events.toString(), "--out", yaml.toString());

    CommandResult refused = CommandResult.of(again.toArray(String[]::new));
    assertThat(refused.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refused.err()).contains("exists", "--force");
    assertThat(yaml).hasContent("# changed by hand");

    List<String> forced = Stream.concat(again.stream(), Stream.of("--force")).toList();
    assertThat(CommandResult.of(forced.toArray(String[]::new)).exit()).isEqualTo(ExitCode.OK);
    assertThat(yaml).content().contains("end: rst");
  }

  @Test
  void aRunThatReachedNoServer_isNoScenario() throws Exception {
    Path events = folder.resolve("run.ndjson");
    Files.writeString(
        events,
        """
        {"kind":"event","at_nanos":1,"attempt":1,"vantage":"client","type":"request_described",\
        "dialect":"openai-chat","streaming":"yes","stores":"no","server_tools":"no",\
        "tools_offered":0,"tool_results":0}
        {"kind":"event","at_nanos":2,"attempt":1,"vantage":"client","type":"dial_failed",\
        "why":"refused"}
        """);

    CommandResult session =
        CommandResult.of("harness", "from-run", "--from", "events", events.toString());

    assertThat(session.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(session.err()).contains("reached a server", "way-there");
  }

  private static List<String> differences(Map<String, RunLog> first, Map<String, RunLog> second) {
    var differences = new ArrayList<String>();
    first.forEach((name, log) -> {
      String was = RunReport.of(log).diagnosis().code();
      String is = RunReport.of(second.get(name)).diagnosis().code();
      if (!is.equals(was)) {
        differences.add(name + " was " + was + " and is " + is);
      }
    });
    return differences;
  }

  private static Map<String, RunLog> record(ScenarioSet scenarioSet, List<Case> cases)
      throws Exception {
    var logs = new LinkedHashMap<String, RunLog>();
    try (DemoEnvironment environment = DemoEnvironment.withScenarios(scenarioSet);
        ExecutorService agents = Executors.newFixedThreadPool(AT_ONCE)) {
      var tasks = new ArrayList<Callable<RunLog>>();
      cases.forEach(each -> tasks.add(() -> record(environment, each)));
      List<Future<RunLog>> runs = agents.invokeAll(tasks);
      for (int i = 0; i < cases.size(); i++) {
        logs.put(cases.get(i).name(), runs.get(i).get());
      }
    }
    return logs;
  }

  private static RunLog record(DemoEnvironment environment, Case each) throws Exception {
    try (DemoAgent agent = DemoAgent.connect(environment.gateway(), PATIENCE)) {
      var unused = agent.send(each.path(), each.name(), false);
      return environment.awaitStored(each.name());
    }
  }
}
