// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.journal.SampleRuns;
import java.nio.file.Path;

/**
 * A process that begins to record when it is told to, says what went wrong, waits until all is
 * written, and to be killed.
 */
final class StartingWriterMain {

  static final int RUNS = 5;

  private StartingWriterMain() {}

  public static void main(String[] args) throws Exception {
    System.out.println("process " + ProcessHandle.current().pid());
    System.in.read();
    RunStore store = RunStore.open(Path.of(args[0]), RunClock.system());
    for (int i = 0; i < RUNS; i++) {
      store.ended(SampleRuns.refused("r" + i, i));
    }
    System.out.println("trouble " + store.health());
    store.await(() -> store.health().contains(" 0 records waiting"));
    System.out.println("written");
    System.in.read();
  }
}
