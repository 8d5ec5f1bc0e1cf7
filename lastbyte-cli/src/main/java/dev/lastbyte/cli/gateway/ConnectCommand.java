// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.gateway;

import dev.lastbyte.cli.options.HostAndPort;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastbyte connect CLIENT}. */
@Command(
    name = "connect",
    mixinStandardHelpOptions = true,
    header = "Print how to send a client through a gateway.",
    description = {
      "",
      "Prints what to set so that a client sends its requests through a gateway that runs. Without"
          + " CLIENT, lists the clients that are known.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte connect codex",
      "  eval \"$(lastbyte connect claude | head -1)\"",
      "  lastbyte connect curl --gateway 127.0.0.1:7078"
    })
public final class ConnectCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(arity = "0..1", paramLabel = "CLIENT", description = "The client's name.")
  private @Nullable String client;

  @Option(
      names = "--gateway",
      paramLabel = "HOST:PORT",
      converter = HostAndPort.class,
      description = "Where the gateway listens. Default: 127.0.0.1:7077")
  private InetSocketAddress gateway = HostAndPort.loopback(7077);

  public ConnectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (client == null) {
      ClientGuide.names().forEach(terminal::line);
      return ExitCode.OK;
    }
    ClientGuide guide = ClientGuide.of(client);
    if (guide == null) {
      throw new InvalidInputException(
          "no client is called '"
              + client
              + "'; there are "
              + String.join(", ", ClientGuide.names()));
    }
    terminal.line(guide.text("http://" + HostAndPort.text(gateway)));
    return ExitCode.OK;
  }
}
