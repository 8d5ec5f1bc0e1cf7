// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** File-system errors, whose messages are often a bare path, as words. */
final class Reasons {

  private Reasons() {}

  static String of(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "it does not exist";
      case AccessDeniedException denied -> "permission denied; give a folder that is yours";
      case FileAlreadyExistsException taken -> "a file stands in its place; give a folder";
      case NotDirectoryException file -> "it is a file; give a folder";
      default -> String.valueOf(e.getMessage()); // The store's own messages are sentences.
    };
  }
}
