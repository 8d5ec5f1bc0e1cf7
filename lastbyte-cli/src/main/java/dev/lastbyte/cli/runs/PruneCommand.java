// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.runs;

import dev.lastbyte.cli.options.DataOptions;
import dev.lastbyte.cli.options.RetentionOptions;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.model.StoreException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lastbyte runs prune}. */
@Command(
    name = "prune",
    mixinStandardHelpOptions = true,
    header = "Let go of old runs.",
    description = {
      "",
      "Deletes the runs that --keep and --keep-size do not keep, and gives their room back to the"
          + " disk. A folder into which a gateway records is left alone: give that gateway the"
          + " options.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte runs prune --keep 30d",
      "  lastbyte runs prune --keep-size 1GB"
    })
final class PruneCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private DataOptions data = new DataOptions();

  @Mixin private RetentionOptions retention = new RetentionOptions();

  PruneCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!retention.isGiven()) {
      throw new InvalidInputException("what is to be kept? give --keep AGE or --keep-size SIZE");
    }
    try {
      long gone = RunStore.prune(data.path(), RunClock.system(), retention.retention());
      terminal.line(gone + " runs deleted");
      return ExitCode.OK;
    } catch (StoreException e) {
      throw new InvalidInputException(e);
    }
  }
}
