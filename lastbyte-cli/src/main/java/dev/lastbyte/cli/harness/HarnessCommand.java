// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness;

import dev.lastbyte.cli.harness.fromrun.HarnessFromRunCommand;
import dev.lastbyte.cli.harness.judge.HarnessJudgeCommand;
import dev.lastbyte.cli.text.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code lastbyte harness}: the misbehaving provider. */
@Command(
    name = "harness",
    mixinStandardHelpOptions = true,
    header = "The provider that breaks its streams as told.",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "A provider that breaks its streams exactly as told, for a client in any language.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte harness list",
      "  lastbyte harness show text-fin",
      "  lastbyte harness serve --port 7078",
      "  curl -N http://127.0.0.1:7078/text-fin/v1/messages -d '{\"stream\":true}'",
      "  lastbyte harness judge",
      "  lastbyte harness from-run last --out cut.yaml"
    })
public final class HarnessCommand {

  private HarnessCommand() {}

  public static CommandLine with(Terminal terminal) {
    return new CommandLine(new HarnessCommand())
        .addSubcommand(new HarnessServeCommand(terminal))
        .addSubcommand(new HarnessListCommand(terminal))
        .addSubcommand(new HarnessShowCommand(terminal))
        .addSubcommand(new HarnessCheckCommand(terminal))
        .addSubcommand(new HarnessFromRunCommand(terminal))
        .addSubcommand(new HarnessJudgeCommand(terminal));
  }
}
