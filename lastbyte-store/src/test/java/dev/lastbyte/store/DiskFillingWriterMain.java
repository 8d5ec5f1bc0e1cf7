// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.journal.SampleRuns;
import dev.lastbyte.store.journal.StoreLayout;
import dev.lastbyte.store.journal.StoreLimits;
import java.nio.file.Path;

/**
 * A process that records until the disk refuses, says how far it came, waits until all is written,
 * and to be killed.
 */
final class DiskFillingWriterMain {

  private static final StoreLimits LIMITS = new StoreLimits(50_000, 100_000_000, 1_000_000);

  private DiskFillingWriterMain() {}

  public static void main(String[] args) throws Exception {
    var layout = new StoreLayout(Path.of(args[0]));
    RunStore store = RunStore.open(layout, RunClock.system(), LIMITS);
    System.out.println("process " + ProcessHandle.current().pid());
    System.in.read();
    int recorded = 0;
    for (; store.health() == null; recorded++) {
      store.started(SampleRuns.started("r" + recorded, recorded));
      store.ended(SampleRuns.refused("r" + recorded, recorded));
    }
    System.out.println("recorded " + recorded);
    System.out.println("trouble " + store.health());
    store.await(() -> store.health().contains(" 0 records waiting"));
    System.out.println("written");
    System.in.read();
  }
}
