// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process in which a run just ended, as far as the journal knows. Waits to be killed. */
final class EndingGateway {

  private static final int FEW_PAGES = 40;

  private EndingGateway() {}

  public static void main(String[] args) throws IOException {
    Path dir = Path.of(args[0]);
    boolean full = args.length > 1;
    Limits limits = full ? new Limits(1_000, FEW_PAGES) : Limits.NORMAL;
    RunStore store = RunStore.open(new Folder(dir), RunClock.system(), limits);
    if (full) {
      fill(store);
    }
    store.started(Runs.started("ended", 0));
    store.ended(Runs.refused("ended", 0));
    while (!Files.readString(dir.resolve("lastbyte.journal")).contains("\n\t" + ended())) {
      Thread.onSpinWait();
    }
    System.out.println("in the journal");
    System.in.read();
  }

  /** Until the database takes no more. */
  private static void fill(RunStore store) {
    for (int next = 0; store.flush(); next++) {
      store.ended(Runs.refused("r" + next, next));
    }
  }

  /** How the line of the run begins. */
  private static String ended() {
    return "{\"lastbyte\":1,\"kind\":\"run\",\"run\":\"ended\"";
  }
}
