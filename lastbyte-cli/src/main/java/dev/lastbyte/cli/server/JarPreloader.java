// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;

/** The jars that this program's classes come from. */
final class JarPreloader {

  private JarPreloader() {}

  /**
   * Opens them all, and for good. One that is opened at need cannot be when no descriptor is left,
   * and a class that could not be loaded once is never tried again: a gateway that was flooded
   * before its first request would be of no use ever after.
   */
  static void openAll() {
    try {
      // What is in none of them is looked for in all.
      var nowhere = Collections.list(ClassLoader.getSystemResources("dev/lastbyte/cli/no.such"));
      if (!nowhere.isEmpty()) {
        throw new IllegalStateException("there is " + nowhere);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own files cannot be read", e);
    }
  }
}
