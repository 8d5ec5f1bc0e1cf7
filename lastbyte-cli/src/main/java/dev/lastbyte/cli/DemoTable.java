// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import dev.lastbyte.cli.Terminal.Style;
import dev.lastbyte.core.facts.Closing;
import java.util.List;

/** The demo's table: what a client is told, beside what was recorded. */
final class DemoTable {

  private DemoTable() {}

  static void print(Terminal terminal, List<DemoAct> acts) {
    var table =
        new Table(
            "SCENARIO", "DIALECT", "THE CLIENT SAW", "LASTBYTE SAYS", "CLOSED BY", "RETRY", "");
    for (DemoAct act : acts) {
      Closing closing = act.report().last().facts().closing();
      table.row(
          act.scenario().name(),
          act.dialect().token(),
          act.saw(),
          act.report().diagnosis().code(),
          closing.by().code() + ", " + closing.how().code(),
          act.report().last().verdict().safety().code(),
          act.isAsExpected() ? "ok" : "NOT AS EXPECTED: " + act.expected().code());
    }
    table.printTo(terminal);
    terminal.line("");
    summary(terminal, acts);
  }

  private static void summary(Terminal terminal, List<DemoAct> acts) {
    long right = acts.stream().filter(DemoAct::isAsExpected).count();
    terminal.line(
        terminal.styled(
            right == acts.size() ? Style.GREEN : Style.RED,
            "%d of %d verdicts are what the harness, which knows what it did, expects."
                .formatted(right, acts.size())));
  }
}
