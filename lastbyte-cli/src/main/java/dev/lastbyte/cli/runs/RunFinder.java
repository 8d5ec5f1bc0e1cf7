// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.runs;

import dev.lastbyte.cli.options.DataOptions;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.store.Lookup;
import dev.lastbyte.store.StoredRuns;
import dev.lastbyte.store.model.RunRow;
import dev.lastbyte.store.model.StoreException;
import java.util.List;
import java.util.stream.Collectors;

/** A recorded run by what a person calls it: its id, the beginning of one, or the newest. */
public final class RunFinder {

  public static final String LAST = "last";

  private static final int NAMED = 5;

  private RunFinder() {}

  /**
   * The run.
   *
   * @throws InvalidInputException if there is none, or several
   */
  public static RunLog find(DataOptions data, String run, Terminal terminal) {
    return find(data, data.read(terminal), run);
  }

  /** The same, among those. */
  static RunLog find(DataOptions data, StoredRuns runs, String run) {
    try {
      return run.equals(LAST) ? newest(data, runs) : named(data, runs, run);
    } catch (StoreException e) {
      throw new InvalidInputException(e);
    }
  }

  private static RunLog newest(DataOptions data, StoredRuns runs) throws StoreException {
    List<RunRow> rows = runs.newest(1);
    if (!rows.isEmpty() && runs.find(rows.getFirst().run().value()) instanceof Lookup.Found found) {
      return found.log();
    }
    throw new InvalidInputException(
        runs.health() == null
            ? "no run has been recorded in " + data.path() + " yet; " + DataOptions.HOW_TO_RECORD
            : "no run could be read in " + data.path() + ": " + runs.health());
  }

  private static RunLog named(DataOptions data, StoredRuns runs, String run) throws StoreException {
    return switch (runs.find(run)) {
      case Lookup.Found found -> found.log();
      case Lookup.Ambiguous many -> throw ambiguous(run, many);
      case Lookup.Missing missing -> throw new InvalidInputException(missing(data, runs, run));
    };
  }

  static InvalidInputException ambiguous(String run, Lookup.Ambiguous many) {
    return new InvalidInputException(
        "several runs begin with '" + run + "': " + names(many.candidates()));
  }

  private static String missing(DataOptions data, StoredRuns runs, String run)
      throws StoreException {
    List<Token> newest = runs.newest(NAMED).stream().map(RunRow::run).toList();
    String there = newest.isEmpty() ? "it holds none" : "the newest are " + names(newest);
    String unread = runs.health() == null ? "" : "; some may not have been read: " + runs.health();
    return "no run '" + run + "' in " + data.path() + "; " + there + unread;
  }

  private static String names(List<Token> runs) {
    return runs.stream().map(Token::value).collect(Collectors.joining(", "));
  }
}
