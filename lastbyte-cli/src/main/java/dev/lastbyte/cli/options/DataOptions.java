// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.options;

import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.StoredRuns;
import dev.lastbyte.store.model.Retention;
import dev.lastbyte.store.model.StoreException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --data}: where runs are kept. */
public final class DataOptions {

  /** What to do where nothing is recorded. */
  public static final String HOW_TO_RECORD =
      "to record: lastbyte run -- COMMAND, or lastbyte gateway";

  /** What Java calls the home of a user of whom the system knows none. */
  private static final String UNKNOWN_HOME = "?";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where runs are kept. Default: $LASTBYTE_DATA or ~/.lastbyte")
  private @Nullable Path given;

  public boolean isGiven() {
    return given != null;
  }

  public Path path() {
    return given == null ? defaultPath() : given;
  }

  private static Path defaultPath() {
    String chosen = System.getenv("LASTBYTE_DATA");
    if (chosen != null && !chosen.isEmpty()) {
      return Path.of(chosen);
    }
    String home = System.getProperty("user.home", "");
    if (home.isEmpty() || home.equals(UNKNOWN_HOME)) {
      throw new InvalidInputException(
          "this user has no home folder: say where runs are kept with --data DIR, or with"
              + " LASTBYTE_DATA");
    }
    return Path.of(home, ".lastbyte");
  }

  /**
   * The store, to write into.
   *
   * @throws InvalidInputException if the folder cannot be used
   */
  public RunStore open(Terminal terminal) {
    return open(Retention.ofAll(), terminal);
  }

  /** The same, keeping no more than it should. */
  public RunStore open(Retention retention, Terminal terminal) {
    try {
      RunStore store = RunStore.open(path(), RunClock.system(), retention);
      store.notices().forEach(terminal::warn);
      return store;
    } catch (StoreException e) {
      throw new InvalidInputException(e.getMessage() + "; give another folder with --data DIR", e);
    }
  }

  /**
   * The runs, to be read. Says so if that takes long, since many are new.
   *
   * @throws InvalidInputException if the folder cannot be used
   */
  public StoredRuns read(Terminal terminal) {
    try {
      StoredRuns stored =
          RunStore.read(
              path(),
              runs -> terminal.warn(String.format(Locale.ROOT, "indexing %,d new runs ...", runs)));
      stored.notices().forEach(terminal::warn);
      return stored;
    } catch (StoreException e) {
      String hint = RunStore.isFolderOfRuns(path()) ? "" : "; " + HOW_TO_RECORD;
      throw new InvalidInputException(
          e.getMessage() + "; give another folder with --data DIR" + hint, e);
    }
  }
}
