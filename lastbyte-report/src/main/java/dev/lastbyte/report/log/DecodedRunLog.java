// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.log.RunLog;
import java.util.List;

/**
 * A run log as read, and what of it could not be used.
 *
 * @param problems at most one a kind; empty if every line was used whole
 */
public record DecodedRunLog(RunLog log, List<ReadProblem> problems) {

  /** Keeps its own copy of the notes. */
  public DecodedRunLog {
    problems = List.copyOf(problems);
  }
}
