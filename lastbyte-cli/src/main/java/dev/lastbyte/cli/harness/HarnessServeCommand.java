// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness;

import dev.lastbyte.cli.input.LogFileInput;
import dev.lastbyte.cli.options.DataOptions;
import dev.lastbyte.cli.options.HostAndPort;
import dev.lastbyte.cli.options.Ports;
import dev.lastbyte.cli.options.ScriptOptions;
import dev.lastbyte.cli.server.ServerLifecycle;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.ScenarioSet;
import dev.lastbyte.harness.server.FaultServer;
import dev.lastbyte.harness.server.ServerOptions;
import dev.lastbyte.store.RunStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastbyte harness serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    header = "Serve every scenario until interrupted.",
    description = {
      "",
      "Serves every scenario until interrupted, to a client in any language: it needs nothing but"
          + " another base URL. The first segment of its path names the scenario:"
          + " http://HOST:PORT/text-fin/v1/messages. Without one the header x-lastbyte-scenario"
          + " does, or --scenario. Clients of https:// have to trust the authority whose file is"
          + " printed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte harness serve",
      "  lastbyte harness serve --port 9099 --scenario text-rst",
      "  lastbyte harness serve --scripts my-scenarios/ --scenario pause-then-reset",
      "  OPENAI_BASE_URL=http://127.0.0.1:7078/text-fin/v1 your-agent",
      "  curl --cacert ~/.lastbyte/harness-ca.pem -d '{\"stream\":true}' \\",
      "    https://127.0.0.1:7079/text-fin/v1/messages",
      "  curl http://127.0.0.1:7078/_harness/ledger"
    })
final class HarnessServeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      converter = HostAndPort.class,
      description = "Where to listen; port 0 takes a free one. Default: 127.0.0.1:7078")
  private InetSocketAddress listen = HostAndPort.loopback(7078);

  @Option(names = "--port", paramLabel = "PORT", description = "Short for --listen 127.0.0.1:PORT")
  private @Nullable Integer port;

  @Option(
      names = "--tls-port",
      paramLabel = "PORT",
      description =
          "Where to listen with TLS, for HTTP/2 and HTTP/1.1; 0 takes a free one. Default: 0")
  private int tlsPort;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "What a request meets that names no scenario. Default: ok")
  private String scenario = "ok";

  @Option(
      names = "--ca-out",
      paramLabel = "FILE",
      description =
          "Where to write the authority's certificate. Default: harness-ca.pem where runs are kept")
  private @Nullable Path authority;

  @Mixin private ScriptOptions scripts = new ScriptOptions();

  @Mixin private DataOptions data = new DataOptions();

  HarnessServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ScenarioSet scenarioSet = repertoire();
    InetSocketAddress address = port == null ? listen : Ports.loopback("--port", port);
    ServerOptions options =
        ServerOptions.standard()
            .withAddress(address)
            .withTlsPort(Ports.checked("--tls-port", tlsPort))
            .withScenarios(scenarioSet);
    FaultServer server = ServerLifecycle.start(address, () -> FaultServer.start(options));
    printAddresses(server, scenarioSet.named(scenario));
    ServerLifecycle.awaitShutdown(server);
    return ExitCode.OK;
  }

  private ScenarioSet repertoire() {
    try {
      return scripts.repertoire().withDefault(scenario);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(e.getMessage() + "; see: lastbyte harness list", e);
    }
  }

  private void printAddresses(FaultServer server, Scenario usual) {
    terminal.printNow("lastbyte harness listening on http://" + HostAndPort.text(server.address()));
    InetSocketAddress tls = Ports.opened("--tls-port", tlsPort, server::tlsAddress);
    terminal.printNow("  TLS (HTTP/2, HTTP/1.1)   https://" + HostAndPort.text(tls));
    terminal.printNow("  trust for TLS            " + write(server.authorityPem()));
    terminal.printNow("  without a name           " + usual.name());
    for (Framing framing : usual.framings().stream().sorted().toList()) {
      terminal.printNow("    %-22s %s".formatted(framing.token(), server.baseUrl(usual, framing)));
    }
    InetSocketAddress proxy = server.proxy(usual);
    if (proxy != null) {
      terminal.printNow("    met by the proxy       http://" + HostAndPort.text(proxy));
    }
  }

  private Path write(String pem) {
    Path file = authority == null ? data.path().resolve("harness-ca.pem") : authority;
    try {
      if (authority == null) {
        RunStore.createFolder(data.path());
      }
      return Files.writeString(file, pem);
    } catch (IOException e) {
      throw new InvalidInputException(
          file + " cannot be written: " + LogFileInput.ioReason(e) + "; give another with --ca-out",
          e);
    }
  }
}
