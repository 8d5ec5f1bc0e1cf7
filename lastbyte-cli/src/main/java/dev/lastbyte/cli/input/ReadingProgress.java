// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.input;

import dev.lastbyte.cli.text.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** How far a large file was read, on standard error; of a small one nothing is said. */
final class ReadingProgress implements LongConsumer {

  private static final long MEBIBYTE = 1L << 20;

  /** A file below this is read before a person wonders. */
  private static final long LARGE = 64 * MEBIBYTE;

  private final Path file;
  private final Terminal terminal;
  private final long size;

  ReadingProgress(Path file, Terminal terminal) {
    this.file = file;
    this.terminal = terminal;
    this.size = size(file);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // Reading it will say so.
    }
  }

  @Override
  public void accept(long bytes) {
    if (size >= LARGE) {
      terminal.warn("%s: %d of %d MiB read".formatted(file, bytes / MEBIBYTE, size / MEBIBYTE));
    }
  }
}
