// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import java.nio.file.Path;

/** Where the files of a store lie. */
record Folder(Path dir) {

  Path database() {
    return dir.resolve("lastbyte.db");
  }

  Segments segments() {
    return new Segments(dir.resolve("journal"));
  }

  Path lock() {
    return dir.resolve("lastbyte.lock");
  }
}
