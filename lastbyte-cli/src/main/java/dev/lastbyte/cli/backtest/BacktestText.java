// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.backtest;

import dev.lastbyte.cli.text.Table;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.core.recovery.Backtest;
import java.util.List;

/** A backtest for a person: what is dangerous first. */
final class BacktestText {

  private BacktestText() {}

  static void print(Backtest.Result result, Terminal terminal) {
    cases("Unsafe replays", result.unsafe(), result.unsafeCount(), terminal);
    cases("Needless questions", result.needless(), result.needlessCount(), terminal);
    changes(result, terminal);
    terminal.line(
        "%d runs, %d failed attempts: %d unsafe replays, %d needless questions, %d verdicts changed"
            .formatted(
                result.runs(),
                result.failures(),
                result.unsafeCount(),
                result.needlessCount(),
                result.changedCount()));
  }

  private static void cases(
      String title, List<Backtest.Case> cases, long count, Terminal terminal) {
    if (cases.isEmpty()) {
      return;
    }
    heading(title, count, terminal);
    var table = new Table("RUN", "ATTEMPT", "CODE", "STANDARD", "CANDIDATE");
    for (Backtest.Case item : cases) {
      table.row(
          item.run().value(),
          String.valueOf(item.attempt()),
          item.code(),
          item.standard().code(),
          item.candidate().code());
    }
    table.printTo(terminal);
    if (count > cases.size()) {
      terminal.line("and %d more".formatted(count - cases.size()));
    }
    terminal.line("");
  }

  private static void changes(Backtest.Result result, Terminal terminal) {
    if (result.changes().isEmpty()) {
      return;
    }
    heading("What would change", result.changedCount(), terminal);
    var table = new Table("CODE", "STANDARD", "CANDIDATE", "ATTEMPTS");
    for (Backtest.Change change : result.changes()) {
      table.row(
          change.code(),
          change.standard().code(),
          change.candidate().code(),
          String.valueOf(change.count()));
    }
    table.printTo(terminal);
    terminal.line("");
  }

  private static void heading(String title, long count, Terminal terminal) {
    terminal.line(terminal.styled(Terminal.Style.BOLD, title + ": " + count));
  }
}
