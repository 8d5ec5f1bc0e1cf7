// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a file of events that any program may have written: run logs, each begun by its header.
 * Several headers of one run, and events that name their run, are joined to it. Thread-safe.
 *
 * <p>Throws for nothing that the file holds, and holds a bounded number of events at a time. Events
 * without a header become a run of their own, called {@code events-1} and so on, that starts at the
 * epoch.
 */
public final class EventFile {

  /** The most runs read of one file. */
  public static final int MAX_RUNS = 10_000;

  /** The most bytes read of one file. */
  public static final long MAX_BYTES = 1L << 30;

  private EventFile() {}

  /**
   * Reads to the end of {@code in}, at most {@link #MAX_BYTES}; does not close it.
   *
   * @param runs is handed each run when it is whole, in the order in which they began
   * @return what of the file belongs to none of these runs
   * @throws IOException if {@code in} fails
   */
  public static List<ReadProblem> read(InputStream in, Consumer<DecodedRunLog> runs)
      throws IOException {
    return new EventFileReader(in, MAX_BYTES, runs).read();
  }
}
