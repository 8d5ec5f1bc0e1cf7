// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness;

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
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.report.DiagnosisJson;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastbyte harness show NAME}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    header = "Show what a scenario does, step by step, and its key.",
    description = {
      "",
      "Shows what a scenario does, step by step and byte by byte, without the framing of the wire;"
          + " and what a perfect diagnosis says of it, seen from each place, with why it cannot say"
          + " more.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte harness show mid-utf8-rst",
      "  lastbyte harness show text-fin --framing close-delimited",
      "  lastbyte harness show text-fin --json | jq .expected.gateway.code"
    })
final class HarnessShowCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", description = "The scenario. See: lastbyte harness list")
  private String name = "";

  @Option(names = "--dialect", paramLabel = "NAME", description = "Default: its first one.")
  private @Nullable String dialectName;

  @Option(names = "--framing", paramLabel = "NAME", description = "Default: its first one.")
  private @Nullable String framingName;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Mixin private ScriptOptions scripts = new ScriptOptions();

  HarnessShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Scenario scenario = scenario();
    Dialect dialect = VariantSelector.dialect(scenario, dialectName);
    Framing framing = VariantSelector.framing(scenario, framingName);
    List<StepDescription> steps = StepDescription.ofScript(scenario.script(dialect, framing));
    if (json) {
      terminal.line(json(scenario, dialect, framing, steps));
    } else {
      print(scenario, dialect, framing, steps);
    }
    return ExitCode.OK;
  }

  private Scenario scenario() {
    try {
      return scripts.repertoire().named(name);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(e.getMessage() + "; see: lastbyte harness list", e);
    }
  }

  private void print(
      Scenario scenario, Dialect dialect, Framing framing, List<StepDescription> steps) {
    String title = "%s in %s, %s".formatted(scenario.name(), dialect.token(), framing.token());
    terminal.line(terminal.styled(Style.BOLD, title));
    steps.forEach(step -> step.printTo(terminal));
    terminal.line("");
    keys(scenario, dialect, framing);
  }

  private void keys(Scenario scenario, Dialect dialect, Framing framing) {
    var table = new Table("SEEN FROM", "DIAGNOSIS", "HEADLINE", "CLOSED BY", "RETRY", "WHY");
    row(table, "the truth", scenario.truth(dialect, framing));
    for (Vantage vantage : Vantage.values()) {
      row(table, vantage.token(), scenario.key(dialect, framing, vantage));
    }
    table.printTo(terminal);
  }

  private static void row(Table table, String from, AnswerKey key) {
    String closed = key.closedBy() + ", " + key.closedHow();
    table.row(from, key.code(), key.headline(), closed, key.retrySafety(), key.why());
  }

  private static String json(
      Scenario scenario, Dialect dialect, Framing framing, List<StepDescription> steps) {
    Script script = scenario.script(dialect, framing);
    return DiagnosisJson.object(json -> {
      json.writeStringField("scenario", scenario.name());
      json.writeStringField("dialect", dialect.token());
      json.writeStringField("framing", framing.token());
      json.writeNumberField("content_bytes", script.content().size());
      json.writeArrayFieldStart("steps");
      for (StepDescription step : steps) {
        step.write(json);
      }
      json.writeEndArray();
      json.writeObjectFieldStart("expected");
      AnswerKeyCheck.write(json, "truth", scenario.truth(dialect, framing));
      for (Vantage vantage : Vantage.values()) {
        AnswerKeyCheck.write(json, vantage.token(), scenario.key(dialect, framing, vantage));
      }
      json.writeEndObject();
    });
  }
}
