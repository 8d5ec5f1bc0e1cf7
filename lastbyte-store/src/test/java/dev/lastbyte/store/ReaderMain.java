// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import java.io.IOException;
import java.nio.file.Path;

/** A process that asks, when it is told to, which runs there are. */
final class ReaderMain {

  private ReaderMain() {}

  public static void main(String[] args) throws IOException {
    System.out.println("ready");
    System.in.read();
    StoredRuns runs = RunStore.read(Path.of(args[0]));
    System.out.println("runs " + runs.newest(1_000_000).size());
    System.out.println("trouble " + runs.health());
  }
}
