// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.model.Retention;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.model.StoreException;
import dev.lastbyte.store.StoredRuns;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --data}: where runs are kept. */
final class DataFolder {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where runs are kept. Default: $LASTBYTE_DATA, or ~/.lastbyte")
  private @Nullable Path given;

  boolean isGiven() {
    return given != null;
  }

  Path path() {
    return given == null ? standard() : given;
  }

  private static Path standard() {
    String chosen = System.getenv("LASTBYTE_DATA");
    return chosen == null || chosen.isEmpty()
        ? Path.of(Objects.requireNonNull(System.getProperty("user.home")), ".lastbyte")
        : Path.of(chosen);
  }

  /**
   * The store, to write into.
   *
   * @throws BadInput if the folder cannot be used
   */
  RunStore open() {
    return open(Retention.ofAll());
  }

  /** The same, keeping no more than it should. */
  RunStore open(Retention keep) {
    try {
      return RunStore.open(path(), RunClock.system(), keep);
    } catch (StoreException e) {
      throw new BadInput(e.getMessage() + "; give another folder with --data DIR", e);
    }
  }

  /**
   * The runs, to be read. Says so if that takes long, since many are new.
   *
   * @throws BadInput if the folder cannot be used
   */
  StoredRuns read(Terminal terminal) {
    try {
      return RunStore.read(
          path(),
          runs -> terminal.complain(String.format(Locale.ROOT, "indexing %,d new runs ...", runs)));
    } catch (StoreException e) {
      throw new BadInput(e.getMessage() + "; give another folder with --data DIR", e);
    }
  }
}
