// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.log.RunLog;
import java.util.List;

/**
 * A run log as read, and what of it could not be used.
 *
 * @param notes at most one a kind; empty if every line was used whole
 */
public record Decoded(RunLog log, List<Note> notes) {

  /** Keeps its own copy of the notes. */
  public Decoded {
    notes = List.copyOf(notes);
  }
}
