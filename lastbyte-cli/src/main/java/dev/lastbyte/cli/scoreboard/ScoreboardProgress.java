// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.scoreboard;

import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.scoreboard.Outcome;
import dev.lastbyte.scoreboard.Row;

/** One line that says how far it is, for a person who waits. Safe for use by many threads. */
final class ScoreboardProgress {

  private static final String TO_LINE_START = "\r\u001b[K";

  private final Terminal terminal;
  private final int total;
  private int played;
  private int disagreed;

  ScoreboardProgress(Terminal terminal, int of) {
    this.terminal = terminal;
    this.total = of;
  }

  synchronized void add(Row row) {
    played++;
    if (row.outcome().compareTo(Outcome.CANNOT_KNOW) > 0) {
      disagreed++;
    }
    show("played %d of %d, %d disagree".formatted(played, total, disagreed));
  }

  synchronized void clear() {
    show("");
  }

  private void show(String text) {
    if (terminal.colour()) {
      terminal.err().print(TO_LINE_START + text);
    }
  }
}
