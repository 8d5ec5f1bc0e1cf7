// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.reading;

import java.util.ArrayList;
import java.util.List;

/** Counts what of a file cannot be read, while it is. Not thread-safe. */
public final class LossCounter {

  /** The most runs taken from one file of a format that is read as a whole. */
  public static final int MAX_RUNS = 5_000;

  /** The most line numbers kept. */
  public static final int MAX_LINES = 8;

  private final List<Long> firstLines = new ArrayList<>();
  private long brokenLines;
  private long unrelated;
  private long overBound;
  private boolean cut;

  /** Counts from nothing. */
  public LossCounter() {}

  /**
   * A line, or record, that is not what the format says.
   *
   * @param line its number, from 1; 0 if it has none
   */
  public void brokenLine(long line) {
    brokenLines++;
    if (line > 0 && firstLines.size() < MAX_LINES) {
      firstLines.add(line);
    }
  }

  /** A record that is no request to a model. */
  public void unrelated() {
    unrelated++;
  }

  /** A run that is let go. */
  public void overBound() {
    overBound++;
  }

  /** The file ends before it is whole. */
  public void cut() {
    cut = true;
  }

  /** How many lines or records are not what the format says. */
  public long brokenLines() {
    return brokenLines;
  }

  /** The numbers of the first of them. */
  public List<Long> firstLines() {
    return List.copyOf(firstLines);
  }

  /** How many records are no request to a model. */
  public long unrelatedRecords() {
    return unrelated;
  }

  /** How many runs were let go. */
  public long runsOverBound() {
    return overBound;
  }

  /** Whether the file ended before it was whole. */
  public boolean isCut() {
    return cut;
  }
}
