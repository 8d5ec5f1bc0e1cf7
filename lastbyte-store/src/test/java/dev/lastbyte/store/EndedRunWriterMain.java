// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.journal.SampleRuns;
import java.io.IOException;
import java.nio.file.Path;

/** A process in which a run just ended. Waits to be killed. */
final class EndedRunWriterMain {

  private EndedRunWriterMain() {}

  public static void main(String[] args) throws IOException {
    RunStore store = RunStore.open(Path.of(args[0]), RunClock.system());
    store.started(SampleRuns.started("ended", 0));
    store.ended(SampleRuns.refused("ended", 0));
    System.out.println("ended");
    System.in.read();
  }
}
