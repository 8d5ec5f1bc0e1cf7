// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunClock;
import java.io.IOException;
import java.nio.file.Path;

/** A process that writes until the disk refuses, says how far it came, and waits to be killed. */
final class FillingGateway {

  private FillingGateway() {}

  public static void main(String[] args) throws IOException {
    RunStore store = RunStore.open(Path.of(args[0]), RunClock.system());
    int stored = args[1].equals("ends") ? fillDatabase(store) : fillJournal(store);
    System.out.println("stored " + stored);
    System.out.println("trouble " + store.trouble());
    System.in.read();
  }

  private static int fillDatabase(RunStore store) {
    int handedIn = 0;
    int stored = 0;
    while (store.flush()) {
      stored = handedIn;
      for (int i = 0; i < 100; i++, handedIn++) {
        store.ended(Runs.refused("r" + handedIn, handedIn));
      }
    }
    return stored;
  }

  private static int fillJournal(RunStore store) {
    int started = 0;
    while (store.trouble() == null) {
      store.started(Runs.started("r" + started, started));
      started++;
    }
    return started - 1;
  }
}
