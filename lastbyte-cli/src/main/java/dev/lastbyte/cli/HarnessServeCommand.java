// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import dev.lastbyte.harness.server.FaultServer;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lastbyte harness serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    header = "Serve every scenario until interrupted.",
    description = {
      "",
      "Serves every scenario until interrupted. The first segment of a request's path names the",
      "scenario: http://HOST:PORT/text-fin/v1/messages.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte harness serve",
      "  lastbyte harness serve --listen 127.0.0.1:0",
      "  curl http://127.0.0.1:7078/_harness/ledger"
    })
final class HarnessServeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      converter = Address.class,
      description = "Where to listen; port 0 takes a free one. Default: 127.0.0.1:7078")
  private InetSocketAddress listen = Address.loopback(7078);

  HarnessServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    FaultServer server = Serving.at(listen, () -> FaultServer.start(listen));
    terminal.say("lastbyte harness listening on http://" + Address.text(server.address()));
    Serving.untilInterrupted(server);
    return Exit.FINE;
  }
}
