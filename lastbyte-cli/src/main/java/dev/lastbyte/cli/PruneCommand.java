// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

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
      "Deletes the runs that --keep and --keep-size do not keep, and gives their room back to the",
      "disk. A folder into which a gateway records is left alone: give that gateway the options.",
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

  @Mixin private DataFolder data = new DataFolder();

  @Mixin private KeepOptions keep = new KeepOptions();

  PruneCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!keep.areGiven()) {
      throw new BadInput("what is to be kept? give --keep AGE or --keep-size SIZE");
    }
    try {
      long gone = RunStore.prune(data.path(), RunClock.system(), keep.retention());
      terminal.line(gone + " runs deleted");
      return Exit.FINE;
    } catch (StoreException e) {
      throw new BadInput(e);
    }
  }
}
