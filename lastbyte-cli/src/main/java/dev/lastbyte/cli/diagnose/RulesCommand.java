// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.diagnose;

import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.Table;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.cli.text.Terminal.Style;
import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.report.rules.RuleCatalogue;
import dev.lastbyte.report.rules.RuleJson;
import dev.lastbyte.report.rules.RulePage;
import dev.lastbyte.report.rules.RuleText;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastbyte rules [CODE]}. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    header = "Say what a code means.",
    description = {
      "",
      "Says of a cause what proves it, what refutes it, what it is mistaken for, what others call"
          + " it, what to do, and whether trying again could help. Without a code, lists all"
          + " causes.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte rules",
      "  lastbyte rules stream.silent_truncation",
      "  lastbyte rules stream.premature_eof@text/provider",
      "  lastbyte rules --json | jq -r 'select(.prospect == \"permanent\") | .code'"
    })
public final class RulesCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      paramLabel = "CODE",
      arity = "0..1",
      description = "A cause, or the whole code of a diagnosis: CAUSE@PHASE/ORIGIN.")
  private @Nullable String code;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  public RulesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (code != null) {
      page(DiagnosisCode.parse(code));
    } else if (json) {
      RuleCatalogue.pages().forEach(page -> terminal.line(RuleJson.of(page)));
    } else {
      list(RuleCatalogue.pages());
    }
    return ExitCode.OK;
  }

  private void page(DiagnosisCode given) {
    RulePage page = RuleCatalogue.page(given.cause());
    if (json) {
      terminal.line(RuleJson.of(page));
      return;
    }
    terminal.line(RuleText.of(page));
    if (given.phase() != null && given.origin() != null) {
      terminal.line("");
      terminal.line(RuleText.of(given.cause(), given.phase(), given.origin()));
    }
  }

  private void list(List<RulePage> pages) {
    var table = new Table("CAUSE", "AGAIN", "WHAT A USER READS");
    for (RulePage page : pages) {
      table.row(page.cause().code(), page.retryability().code(), page.reads());
    }
    table.printTo(terminal);
    terminal.line("");
    terminal.line(
        terminal.styled(
            Style.DIM, "One of them in full: lastbyte rules " + Cause.STREAM_RESET.code()));
  }
}
