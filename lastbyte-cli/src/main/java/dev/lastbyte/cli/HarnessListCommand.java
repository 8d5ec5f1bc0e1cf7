// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.cli.Terminal.Style;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lastbyte harness list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    header = "List the scenarios.",
    description = {"", "Lists the scenarios, with what a perfect diagnosis would say of each.", ""},
    footer = {"", "Examples:", "  lastbyte harness list", "  lastbyte harness list --json"})
final class HarnessListCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--json", description = "One JSON object a line, for each dialect and framing.")
  private boolean json;

  HarnessListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (json) {
      Scenarios.all().forEach(this::objects);
    } else {
      table();
    }
    return Exit.FINE;
  }

  private void table() {
    var table = new Table("SCENARIO", "FRAMINGS", "TRUTH", "RETRY");
    for (Scenario scenario : Scenarios.all()) {
      AnswerKey key =
          scenario.key(dialects(scenario).getFirst(), sorted(scenario).getFirst(), Vantage.GATEWAY);
      table.row(
          scenario.name(),
          sorted(scenario).stream().map(Framing::token).collect(Collectors.joining(", ")),
          key.code(),
          key.retrySafety());
    }
    table.printTo(terminal);
    terminal.line("");
    terminal.line(
        terminal.styled(
            Style.DIM,
            "Truths of each one's first dialect and framing, seen from a proxy. All: --json"));
  }

  private void objects(Scenario scenario) {
    for (Dialect dialect : dialects(scenario)) {
      for (Framing framing : sorted(scenario)) {
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
      Expected.write(json, vantage.token(), scenario.key(dialect, framing, vantage));
    }
    json.writeEndObject();
  }

  private static List<Dialect> dialects(Scenario scenario) {
    return scenario.dialects().stream().sorted().toList();
  }

  private static List<Framing> sorted(Scenario scenario) {
    return scenario.framings().stream().sorted().toList();
  }
}
