// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.backtest;

import dev.lastbyte.cli.input.LogFileInput;
import dev.lastbyte.cli.options.DataOptions;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.core.recovery.Backtest;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.report.policy.PolicyFormatException;
import dev.lastbyte.report.policy.PolicyJson;
import dev.lastbyte.store.StoredRuns;
import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastbyte backtest}. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    header = "Replay recorded runs through a candidate retry policy.",
    description = {
      "",
      "Says what a candidate policy would have done with the runs that were recorded, or that the"
          + " given files hold: where it would have tried again by itself although the log shows"
          + " text, or that a tool may have changed something; where it would have asked a person"
          + " for nothing; and which verdicts it changes. What the policy declares (a tool's"
          + " effect, that text can be taken back) does not make a replay safe here: each such case"
          + " is shown, to be read by its owner. Exits 1 if there are unsafe replays, 2 if the"
          + " policy or a file cannot be used.",
      ""
    },
    footer = {
      "",
      "A policy is a JSON object. Each key may be missing; these are the defaults:",
      "  {",
      "    \"longest_wait_ms\": 120000,     a longer wish of the provider is not met",
      "    \"most_attempts\": 3,            of a run by itself, the first included",
      "    \"first_pause_ms\": 500,         before the second attempt; then doubles",
      "    \"longest_pause_ms\": 8000,      where the doubling ends",
      "    \"can_retract\": false,          visible text is taken back before a replay",
      "    \"may_be_billed_twice\": true,   without a person's word",
      "    \"tools\": {}                    what each tool can do, by its name, such as",
      "      \"send_mail\": {\"effect\": \"remote_write\", \"basis\": \"owner\"}",
      "  }",
      "",
      "Effects: read_only, idempotent, local_write, process, remote_write,",
      "unknown. Basis: owner, or claim for a tool's own description, which is not",
      "relied upon.",
      "",
      "Examples:",
      "  lastbyte backtest --policy policy.json",
      "  lastbyte backtest --policy policy.json --json *.ndjson | jq .unsafe_total"
    })
public final class BacktestCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      required = true,
      description = "The candidate policy.")
  private Path policy = Path.of("");

  @Mixin private DataOptions data = new DataOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Logs to replay, instead of the recorded runs.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--json", description = "The result as one JSON object.")
  private boolean json;

  public BacktestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (data.isGiven() && !files.isEmpty()) {
      throw new InvalidInputException("give either --data DIR or files, not both");
    }
    Backtest test = Backtest.of(candidate());
    if (files.isEmpty()) {
      replayStored(test);
    } else {
      files.forEach(file -> LogFileInput.read(file, null, terminal, run -> test.replay(run.log())));
    }
    Backtest.Result result = test.result();
    if (json) {
      terminal.line(BacktestJson.of(result));
    } else {
      BacktestText.print(result, terminal);
    }
    return result.unsafeCount() > 0 ? ExitCode.FAILURE_DIAGNOSED : ExitCode.OK;
  }

  private RetryPolicy candidate() {
    try (InputStream in = Files.newInputStream(policy)) {
      return PolicyJson.read(in);
    } catch (PolicyFormatException e) {
      throw new InvalidInputException(
          "the policy " + policy + " cannot be used: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InvalidInputException(
          "the policy " + policy + " cannot be read: " + LogFileInput.ioReason(e), e);
    }
  }

  private void replayStored(Backtest test) {
    StoredRuns runs = data.read(terminal);
    if (runs.health() != null) {
      terminal.warn(runs.health());
    }
    try {
      runs.forEach(test::replay);
    } catch (StoreException e) {
      throw new InvalidInputException(e);
    }
  }
}
