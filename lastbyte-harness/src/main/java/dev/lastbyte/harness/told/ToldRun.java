// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.told;

import java.util.List;

/**
 * A run as a recorder would have written it down, and the truth about it.
 *
 * @param name what happens in it, with the family first, such as {@code reuse/alive-4s-fin}
 * @param lines the run in the public event format, one event a line
 * @param cause the code of what ended it; {@code none} where nothing went wrong
 * @param retrySafety what may be done about it
 */
public record ToldRun(String name, List<String> lines, String cause, String retrySafety) {

  /** An immutable copy. */
  public ToldRun {
    lines = List.copyOf(lines);
  }

  /** The event file. */
  public String ndjson() {
    return String.join("\n", lines) + "\n";
  }

  @Override
  public String toString() {
    return name;
  }
}
