// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import java.nio.file.Path;
import java.sql.DriverManager;

/** A process that asks, when it is told to, which runs there are. */
final class ReaderMain {

  private ReaderMain() {}

  public static void main(String[] args) throws Exception {
    DriverManager.getConnection("jdbc:sqlite::memory:").close(); // its library needs room to load
    System.out.println("process " + ProcessHandle.current().pid());
    System.out.println("ready");
    System.in.read();
    StoredRuns runs = RunStore.read(Path.of(args[0]));
    System.out.println("runs " + runs.newest(1_000_000).size());
    System.out.println("trouble " + runs.health());
  }
}
