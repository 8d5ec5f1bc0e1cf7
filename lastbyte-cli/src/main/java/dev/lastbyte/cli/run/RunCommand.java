// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import dev.lastbyte.cli.gateway.ClientGuide;
import dev.lastbyte.cli.options.DataOptions;
import dev.lastbyte.cli.options.HostAndPort;
import dev.lastbyte.cli.options.ProxyOptions;
import dev.lastbyte.cli.options.StandardProvider;
import dev.lastbyte.cli.options.Upstreams;
import dev.lastbyte.cli.server.InstallationKey;
import dev.lastbyte.cli.server.ServerLifecycle;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.cli.text.ThrottledWarnings;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.Gateway;
import dev.lastbyte.gateway.GatewayListener;
import dev.lastbyte.gateway.GatewayOptions;
import dev.lastbyte.gateway.ProxyRules;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastbyte run -- COMMAND}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    header = "Run a command, and say what became of its LLM runs.",
    description = {
      "",
      "Runs a command behind a gateway of its own, and says on standard error what became of each"
          + " of its LLM runs: strace for agents. "
          + StandardProvider.VARIABLES_HELP
          + " "
          + StandardProvider.MORE_VARIABLES_HELP
          + " upstream. Ends with the command's own exit code, and passes signals on to it; a run"
          + " that was open then is told as ended by that signal.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte run -- claude -p \"What is in this folder?\"",
      "  lastbyte run --json -- python agent.py 2> runs.ndjson",
      "  lastbyte run -- sh -c 'codex -c openai_base_url=$OPENAI_BASE_URL exec \"...\"'"
    })
public final class RunCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final EndedRuns runs = new EndedRuns();

  @Parameters(
      arity = "1..*",
      paramLabel = "COMMAND",
      description = "The command and its arguments.")
  private List<String> command = new ArrayList<>();

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      converter = HostAndPort.class,
      description = "Where its gateway listens, on loopback. Default: a free port")
  private InetSocketAddress listen = HostAndPort.loopback(0);

  @Option(
      names = "--upstream",
      paramLabel = "NAME=URL",
      description = "A provider, served below /NAME; may be given again. See: lastbyte gateway")
  private List<String> upstreams = new ArrayList<>();

  @Option(names = "--json", description = "One diagnosis a line, as a JSON object.")
  private boolean json;

  @Mixin private ProxyOptions proxies = new ProxyOptions();

  @Mixin private DataOptions data = new DataOptions();

  private RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Takes all behind the first word that is no option of ours for the command's. */
  public static CommandLine with(Terminal terminal) {
    return new CommandLine(new RunCommand(terminal)).setStopAtPositional(true);
  }

  @Override
  public Integer call() throws InterruptedException {
    SignalForwarder signals = SignalForwarder.install(Boolean.getBoolean("lastbyte.terminal"));
    int exit = ExitCode.BAD_INPUT;
    try (RunStore store = data.open(terminal)) {
      CommandEnd end = runBehindGateway(store, signals).with(signals.received());
      exit = end.exit();
      runs.explainAborts(end, store);
      printSummary(RunSummary.of(runs.ids(), store));
      return exit;
    } catch (UnrunnableCommandException e) {
      terminal.warn(e.getMessage());
      exit = e.exit();
      return exit;
    } catch (StoreException e) {
      throw new InvalidInputException(e);
    } finally {
      signals.finished(exit);
    }
  }

  /** When this returns, the gateway has ended, and with it every run. */
  private CommandEnd runBehindGateway(RunStore store, SignalForwarder signals)
      throws InterruptedException {
    var environment = new ChildEnvironment(System.getenv());
    GatewayOptions options = options(environment);
    try (Gateway gateway = ServerLifecycle.start(listen, () -> Gateway.start(options, store))) {
      hint();
      Map<String, String> variables = environment.variablesFor(gateway.address());
      Process process = signals.start(() -> start(variables));
      if (process == null) {
        ReceivedSignal first = signals.received().getFirst();
        terminal.warn("told to end before '" + command.getFirst() + "' was started");
        return new CommandEnd(first.kind().exitCode(), System.nanoTime(), List.of(first));
      }
      Map.Entry<String, String> variable = variables.entrySet().iterator().next();
      try (var descendants =
          new Descendants(process.toHandle(), variable.getKey(), variable.getValue())) {
        return new CommandWait(process, descendants, signals, terminal).untilEnd();
      }
    }
  }

  private Process start(Map<String, String> variables) {
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(variables);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UnrunnableCommandException(command.getFirst(), e);
    }
  }

  private void printSummary(RunSummary summary) {
    Terminal said = terminal.onErr();
    if (json) {
      summary.printAsJson(said);
    } else {
      summary.print(said);
      Token shown = summary.worthShowing();
      if (shown != null) {
        String where = data.isGiven() ? " --data " + data.path() : "";
        said.line("In full: lastbyte show " + shown.value() + where);
      }
    }
    said.out().flush();
  }

  /** A client that no variable reaches; one that listens where it was told to may be set up. */
  private void hint() {
    Path program = Path.of(command.getFirst()).getFileName();
    ClientGuide guide = program == null ? null : ClientGuide.of(program.toString());
    String how = guide == null ? null : guide.runHint();
    if (how != null && listen.getPort() == 0 && !json) {
      terminal.warn(program + " takes its base URL from no variable; so run it as");
      terminal.onErr().line("  " + how);
    }
  }

  private GatewayOptions options(ChildEnvironment environment) {
    List<String> all = new ArrayList<>(environment.upstreams());
    all.addAll(upstreams);
    var storeWarnings = new ThrottledWarnings(terminal);
    try {
      ProxyRules rules = proxies.rules();
      return GatewayOptions.builder(listen)
          .upstreams(Upstreams.of(all, rules, terminal::warn))
          .proxies(rules)
          .hashKey(InstallationKey.ofThisUser())
          .listener(
              new GatewayListener() {
                @Override
                public void runEnded(RunLog log) {
                  runs.add(log);
                }

                @Override
                public void storeUnhealthy(String line) {
                  storeWarnings.warn(line);
                }

                @Override
                public void warning(String line) {
                  terminal.warn(line);
                }
              })
          .build()
          .requireProtected();
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(e);
    }
  }
}
