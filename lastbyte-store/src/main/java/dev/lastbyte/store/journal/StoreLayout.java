// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import java.nio.file.Path;

/** Where the files of a store lie. */
public record StoreLayout(Path dir) {

  /** The folder of the journal's segments. */
  static final String JOURNAL = "journal";

  public Path database() {
    return dir.resolve("lastbyte.db");
  }

  public Segments segments() {
    return new Segments(dir.resolve(JOURNAL));
  }

  /** What a writer reports to the next reader. */
  Path trouble() {
    return dir.resolve("lastbyte.trouble");
  }

  Path lock() {
    return dir.resolve("lastbyte.lock");
  }
}
