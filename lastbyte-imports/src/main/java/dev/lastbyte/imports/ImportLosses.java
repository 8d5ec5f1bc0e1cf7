// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import dev.lastbyte.imports.reading.LossCounter;
import java.util.List;

/**
 * What of a file could not be read. Holds nothing of it.
 *
 * @param brokenLines lines, or records, that are not what the format says
 * @param firstLines the numbers, from 1, of the first {@value LossCounter#MAX_LINES} of them
 * @param unrelated records that are well formed and are no request to a model
 * @param overBound runs beyond the bound of {@value LogImporter#MAX_RUNS} that some formats have
 * @param cut whether the file ended before it was whole
 */
public record ImportLosses(
    long brokenLines, List<Long> firstLines, long unrelated, long overBound, boolean cut) {

  /** Keeps its own copy. */
  public ImportLosses {
    firstLines = List.copyOf(firstLines);
  }

  static ImportLosses of(LossCounter counter) {
    return new ImportLosses(
        counter.brokenLines(),
        counter.firstLines(),
        counter.unrelatedRecords(),
        counter.runsOverBound(),
        counter.isCut());
  }
}
