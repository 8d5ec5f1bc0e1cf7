// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Reads one log in a process of its own, and says how many runs it told of. */
final class LargeLogMain {

  private LargeLogMain() {}

  public static void main(String[] args) {
    var runs = new AtomicLong();
    var progress = new AtomicLong();
    ImportResult result =
        LogImporter.read(
            Path.of(args[0]),
            null,
            run -> runs.incrementAndGet(),
            bytes -> progress.incrementAndGet());
    System.out.println(
        result.getClass().getSimpleName() + " " + runs + " progress " + progress.get());
  }
}
