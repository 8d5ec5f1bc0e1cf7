// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import dev.lastbyte.cli.backtest.BacktestCommand;
import dev.lastbyte.cli.demo.DemoCommand;
import dev.lastbyte.cli.diagnose.DiagnoseCommand;
import dev.lastbyte.cli.diagnose.ExplainCommand;
import dev.lastbyte.cli.diagnose.ImportCommand;
import dev.lastbyte.cli.diagnose.RulesCommand;
import dev.lastbyte.cli.gateway.ConnectCommand;
import dev.lastbyte.cli.gateway.GatewayCommand;
import dev.lastbyte.cli.harness.HarnessCommand;
import dev.lastbyte.cli.run.RunCommand;
import dev.lastbyte.cli.runs.RunsCommand;
import dev.lastbyte.cli.runs.ShowCommand;
import dev.lastbyte.cli.scoreboard.ScoreboardCommand;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.HelpLayout;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.StandardOutput;
import dev.lastbyte.cli.text.Suggestions;
import dev.lastbyte.cli.text.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The command {@code lastbyte}. */
@Command(
    name = "lastbyte",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "A flight recorder for LLM runs.",
    description = {
      "",
      "Says of every LLM request where it failed, who ended it, what had already happened, and"
          + " whether it is safe to try again.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte demo                  break real streams, and read what is said",
      "  lastbyte gateway               record: your client's base URL is then",
      "                                 http://127.0.0.1:7077/openai/v1",
      "  lastbyte run -- your-agent     run it recorded; say what became of its runs",
      "  lastbyte runs                  what was recorded",
      "  lastbyte show last             the newest run in full",
      "  lastbyte diagnose export.json  read another program's log",
      "  lastbyte import export.json    the same, and keep its runs",
      "  lastbyte explain TEXT          what an error text tells, and what can hide",
      "  lastbyte rules stream.reset    what a code means",
      "",
      "Exit codes: 0 fine, 1 a failure was diagnosed, 2 bad usage or input."
    })
public final class Lastbyte {

  private static final String[] HELP = {"--help"};

  /**
   * It logs what it survives, such as another process that cleans up beside it. Held, since a
   * logger that nothing holds forgets its level.
   */
  private static final Logger DATABASE_DRIVER = Logger.getLogger("org.sqlite");

  private Lastbyte() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    DATABASE_DRIVER.setLevel(Level.OFF);
    var output = new StandardOutput();
    Terminal terminal = Terminal.of(output);
    int exit = run(terminal, args);
    String failure = output.failure();
    if (failure != null) {
      terminal.err().println("lastbyte: standard output cannot be written: " + failure);
      exit = ExitCode.BAD_INPUT;
    }
    System.exit(exit);
  }

  /** Runs the command; returns its exit code. */
  static int run(Terminal terminal, String... args) {
    CommandLine command =
        new CommandLine(new Lastbyte())
            .addSubcommand(new DemoCommand(terminal))
            .addSubcommand(new GatewayCommand(terminal))
            .addSubcommand(RunCommand.with(terminal))
            .addSubcommand(new ConnectCommand(terminal))
            .addSubcommand(RunsCommand.with(terminal))
            .addSubcommand(new ShowCommand(terminal))
            .addSubcommand(new DiagnoseCommand(terminal))
            .addSubcommand(new ImportCommand(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(new RulesCommand(terminal))
            .addSubcommand(new BacktestCommand(terminal))
            .addSubcommand(new ScoreboardCommand(terminal))
            .addSubcommand(HarnessCommand.with(terminal))
            .addSubcommand(new CommandLine.HelpCommand());
    HelpLayout.apply(command, terminal);
    command
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((e, given) -> reportError(terminal, e))
        .setExecutionExceptionHandler((e, on, given) -> reportError(terminal, e));
    int exit = command.execute(args.length == 0 ? HELP : args);
    terminal.out().flush();
    return exit;
  }

  private static int reportError(Terminal terminal, ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.warn(e.getMessage() + suggestion(e) + "; see: " + name + " --help");
    return ExitCode.BAD_INPUT;
  }

  /** What was meant, where one word is near to what was typed. */
  private static String suggestion(ParameterException e) {
    if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)) {
      return "";
    }
    CommandLine command = e.getCommandLine();
    String typed = unmatched.getUnmatched().getFirst();
    Collection<String> known =
        typed.startsWith("-")
            ? command.getCommandSpec().optionsMap().keySet()
            : command.getSubcommands().keySet();
    List<String> near = Suggestions.near(typed, List.copyOf(known));
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  private static int reportError(Terminal terminal, Exception e) throws Exception {
    if (e instanceof InvalidInputException) {
      terminal.warn(e.getMessage());
      return ExitCode.BAD_INPUT;
    }
    throw e;
  }
}
