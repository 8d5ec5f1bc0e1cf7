// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.journal.SampleRuns;
import java.io.IOException;
import java.nio.file.Path;

/** A process that holds a folder: one run ended, one in its first attempt. Waits to be killed. */
final class OpenRunWriterMain {

  private OpenRunWriterMain() {}

  public static void main(String[] args) throws IOException {
    RunStore store = RunStore.open(Path.of(args[0]), RunClock.system());
    store.started(SampleRuns.started("done", 0));
    store.started(SampleRuns.started("open", 1));
    store.ended(SampleRuns.refused("done", 0));
    System.out.println("holding");
    System.in.read();
  }
}
