// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.index;

import java.nio.file.Files;
import java.nio.file.Path;

/** How SQLite is told to open a database that is only read. */
public final class DatabaseName {

  private DatabaseName() {}

  /**
   * A reader that may not make the files which readers share can read as long as no process writes.
   */
  public static String forReading(Path file) {
    boolean mayShare = Files.isWritable(file) && Files.isWritable(file.resolveSibling("."));
    return mayShare || Files.exists(writeAheadLog(file))
        ? file.toString()
        : uri(file, "immutable=1");
  }

  static String uri(Path file, String how) {
    return "file:" + file.toUri().getRawPath() + "?" + how;
  }

  static Path writeAheadLog(Path file) {
    return file.resolveSibling(file.getFileName() + "-wal");
  }
}
