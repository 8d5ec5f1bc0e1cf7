// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunClock;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A process that records until the disk refuses, says how far it came, waits until all is written,
 * and to be killed.
 */
final class FillingGateway {

  private static final Limits LIMITS = new Limits(50_000, 100_000_000, 1_000_000);

  private FillingGateway() {}

  public static void main(String[] args) throws IOException {
    var folder = new Folder(Path.of(args[0]));
    RunStore store = RunStore.open(folder, RunClock.system(), LIMITS);
    System.out.println("process " + ProcessHandle.current().pid());
    System.in.read();
    int recorded = 0;
    for (; store.trouble() == null; recorded++) {
      store.started(Runs.started("r" + recorded, recorded));
      store.ended(Runs.refused("r" + recorded, recorded));
    }
    System.out.println("recorded " + recorded);
    System.out.println("trouble " + store.trouble());
    while (!store.trouble().contains(" 0 records waiting")) {
      Thread.onSpinWait();
    }
    System.out.println("written");
    System.in.read();
  }
}
