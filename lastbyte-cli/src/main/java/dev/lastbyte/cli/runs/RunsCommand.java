// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.runs;

import dev.lastbyte.cli.options.DataOptions;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Table;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.LoggedReport;
import dev.lastbyte.report.RunReport;
import dev.lastbyte.store.Lookup;
import dev.lastbyte.store.StoredRuns;
import dev.lastbyte.store.model.RunRow;
import dev.lastbyte.store.model.StoreException;
import dev.lastbyte.store.model.StoredVerdict;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastbyte runs}. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    header = "List the recorded runs.",
    description = {
      "",
      "Lists the recorded runs, the newest first. Always exits 0 if it could. SENT tells which"
          + " sending of one question a run was; SESSION what the runs of one conversation share."
          + " Those that go on stand first: how far they had come, how old they are, and for how"
          + " long no byte was seen.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte runs",
      "  lastbyte runs --session last  the newest conversation; what its client did",
      "  lastbyte runs --json | jq -r 'select(.headline != \"none\") | .code'"
    })
public final class RunsCommand implements Callable<Integer> {

  private static final int SCREENFUL = 100;

  private final Terminal terminal;

  @Mixin private DataOptions data = new DataOptions();

  @Option(names = "--json", description = "One diagnosis a line, as a JSON object.")
  private boolean json;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The most runs to list. Default: " + SCREENFUL + "; with --json all")
  private @Nullable Integer limit;

  @Option(
      names = "--session",
      paramLabel = "ID",
      description =
          "The runs of one conversation, the oldest first, and what its client did that no single"
              + " run shows: retries, loops, tools that ran twice. Its name, a run of it, or"
              + " 'last'.")
  private @Nullable String session;

  private RunsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  public static CommandLine with(Terminal terminal) {
    return new CommandLine(new RunsCommand(terminal)).addSubcommand(new PruneCommand(terminal));
  }

  @Override
  public Integer call() {
    if (limit != null && limit < 1) {
      throw new InvalidInputException("--limit must be at least 1, but was " + limit);
    }
    StoredRuns runs = data.read(terminal);
    try {
      if (session != null) {
        warnOfHealth(runs);
        new SessionView(terminal, runs).print(session, json);
        return ExitCode.OK;
      }
      List<RunRow> rows = runs.newest(most());
      warnOfHealth(runs);
      if (rows.isEmpty() && runs.health() != null) {
        return ExitCode.BAD_INPUT; // said above: an empty list would say that nothing was recorded
      }
      if (json) {
        objects(runs, rows);
      } else {
        table(rows, OpenRun.of(runs));
      }
      return ExitCode.OK;
    } catch (StoreException e) {
      throw new InvalidInputException(e);
    }
  }

  private void warnOfHealth(StoredRuns runs) {
    if (runs.health() != null) {
      terminal.warn(runs.health());
    }
  }

  private int most() {
    if (limit != null) {
      return limit;
    }
    return json ? Integer.MAX_VALUE : SCREENFUL;
  }

  private void objects(StoredRuns runs, List<RunRow> rows) throws StoreException {
    for (RunRow row : rows) {
      if (!terminal.isClosed() && runs.find(row.run().value()) instanceof Lookup.Found found) {
        terminal.line(LoggedReport.line(RunReport.of(found.log())));
      }
    }
  }

  private void table(List<RunRow> rows, List<OpenRun> open) {
    if (rows.isEmpty() && open.isEmpty()) {
      terminal.line("Nothing is recorded yet; " + DataOptions.HOW_TO_RECORD);
      return;
    }
    var table =
        new Table(
            "RUN", "STARTED (UTC)", "PROVIDER", "MODEL", "SENT", "VERDICT", "RETRY", "SESSION");
    open.forEach(run -> table.row(cells(run)));
    for (RunRow row : rows) {
      StoredVerdict verdict = row.verdict();
      table.row(
          row.run().value(),
          Table.time(row.startedAtEpochMillis()),
          orDash(row.provider()),
          orDash(row.model()),
          Integer.toString(row.sending()),
          verdict == null ? "-" : verdict.code(),
          verdict == null ? "-" : verdict.retrySafety(),
          row.session().equals(row.run()) ? "-" : row.session().value());
    }
    table.printTo(terminal);
  }

  private static String[] cells(OpenRun open) {
    Token session = open.position().session();
    return new String[] {
      open.id().value(),
      Table.time(open.startedAtEpochMillis()),
      orDash(open.log().header().provider()),
      orDash(open.model()),
      Integer.toString(open.position().sending()),
      open.report().state(),
      "-",
      session.equals(open.id()) ? "-" : session.value()
    };
  }

  private static String orDash(@Nullable Token token) {
    return token == null ? "-" : token.value();
  }
}
