// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A file, to be told apart from another one that stands at its path later.
 *
 * @param key what the file system calls it, or null if it has no such name
 */
record FileIdentity(Path path, @Nullable Object key) {

  /** That of the file which stands there now. */
  static FileIdentity of(Path path) throws IOException {
    return new FileIdentity(path, keyOf(path));
  }

  /**
   * Whether the file still stands at its path. Where the file system calls one file by changing
   * names, any file there will do.
   */
  boolean isInPlace() {
    try {
      Object now = keyOf(path);
      return key == null || key.equals(now) || now == null || !now.equals(keyOf(path));
    } catch (IOException e) {
      return false;
    }
  }

  private static @Nullable Object keyOf(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }
}
