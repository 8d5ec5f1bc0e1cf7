// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness;

import dev.lastbyte.cli.options.ScriptOptions;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.harness.file.Problem;
import dev.lastbyte.harness.file.ScenarioFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lastbyte harness check FILE...}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    header = "Check scenarios of your own.",
    description = {
      "",
      "Checks scenarios of your own, and says of everything wrong in them where it stands, what was"
          + " given and what would be right. Exits 2 if something is wrong. The words and their"
          + " meaning: docs/harness.md; for editors: docs/schema/harness-scenario-v1.schema.json.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte harness check pause-then-reset.yaml",
      "  lastbyte harness check my-scenarios/"
    })
final class HarnessCheckCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML files, or folders of them.")
  private List<Path> files = new ArrayList<>();

  HarnessCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ScenarioFiles.Reading reading = ScriptOptions.read(files);
    reading.scenarios().forEach(scenario -> terminal.line("fine: " + scenario.name()));
    for (Problem problem : reading.problems()) {
      terminal.line(problem.toString());
    }
    return reading.problems().isEmpty() ? ExitCode.OK : ExitCode.BAD_INPUT;
  }
}
