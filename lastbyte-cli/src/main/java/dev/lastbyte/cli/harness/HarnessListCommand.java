// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.cli.options.ScriptOptions;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Table;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.cli.text.Terminal.Style;
import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.report.DiagnosisJson;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastbyte harness list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    header = "List the scenarios.",
    description = {"", "Lists the scenarios, with what a perfect diagnosis would say of each.", ""},
    footer = {
      "",
      "Examples:",
      "  lastbyte harness list",
      "  lastbyte harness list --group tools",
      "  lastbyte harness list --scripts my-scenarios/",
      "  lastbyte harness list --json"
    })
final class HarnessListCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description = "Only this group; a wrong name lists them all.")
  private @Nullable String group;

  @Option(names = "--json", description = "One JSON object a line, for each dialect and framing.")
  private boolean json;

  @Mixin private ScriptOptions scripts = new ScriptOptions();

  HarnessListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Scenario> chosen = chosen();
    if (json) {
      chosen.forEach(this::objects);
    } else {
      table(chosen);
    }
    return ExitCode.OK;
  }

  private List<Scenario> chosen() {
    try {
      return group == null ? scripts.repertoire().all() : Scenarios.group(group);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(e);
    }
  }

  private void table(List<Scenario> chosen) {
    var table = new Table("SCENARIO", "FRAMINGS", "TRUTH", "RETRY");
    for (Scenario scenario : chosen) {
      AnswerKey key = scenario.truth(dialects(scenario).getFirst(), framings(scenario).getFirst());
      table.row(
          scenario.name(),
          framings(scenario).stream().map(Framing::token).collect(Collectors.joining(", ")),
          key.code(),
          key.retrySafety());
    }
    table.printTo(terminal);
    terminal.line("");
    terminal.line(
        terminal.styled(
            Style.DIM, "Truths of each one's first dialect and framing. All of them: --json"));
  }

  private void objects(Scenario scenario) {
    for (Dialect dialect : dialects(scenario)) {
      for (Framing framing : framings(scenario)) {
        terminal.line(DiagnosisJson.object(json -> write(json, scenario, dialect, framing)));
      }
    }
  }

  private static void write(JsonGenerator json, Scenario scenario, Dialect dialect, Framing framing)
      throws IOException {
    json.writeStringField("scenario", scenario.name());
    json.writeStringField("dialect", dialect.token());
    json.writeStringField("framing", framing.token());
    json.writeObjectFieldStart("expected");
    for (Vantage vantage : Vantage.values()) {
      AnswerKeyCheck.write(json, vantage.token(), scenario.key(dialect, framing, vantage));
    }
    json.writeEndObject();
  }

  private static List<Dialect> dialects(Scenario scenario) {
    return scenario.dialects().stream().sorted().toList();
  }

  private static List<Framing> framings(Scenario scenario) {
    return scenario.framings().stream().sorted().toList();
  }
}
