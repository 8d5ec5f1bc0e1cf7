// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.gateway;

import dev.lastbyte.cli.options.DataOptions;
import dev.lastbyte.cli.options.HostAndPort;
import dev.lastbyte.cli.options.ListenOptions;
import dev.lastbyte.cli.options.ProxyOptions;
import dev.lastbyte.cli.options.RetentionOptions;
import dev.lastbyte.cli.options.StandardProvider;
import dev.lastbyte.cli.options.TimeoutOptions;
import dev.lastbyte.cli.options.Upstreams;
import dev.lastbyte.cli.server.InstallationKey;
import dev.lastbyte.cli.server.ServerLifecycle;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.cli.text.ThrottledWarnings;
import dev.lastbyte.gateway.Gateway;
import dev.lastbyte.gateway.GatewayListener;
import dev.lastbyte.gateway.GatewayOptions;
import dev.lastbyte.gateway.HttpProxy;
import dev.lastbyte.gateway.ProxyRules;
import dev.lastbyte.gateway.Upstream;
import dev.lastbyte.store.RunStore;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastbyte gateway}. */
@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    header = "Record what goes to providers, until interrupted.",
    description = {
      "",
      "Passes requests on to providers, byte for byte, and records what becomes of them; until"
          + " interrupted. A client needs nothing but another base URL:",
      "  http://HOST:PORT/openai/v1     instead of https://api.openai.com/v1",
      "  http://HOST:PORT/anthropic     instead of https://api.anthropic.com",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte gateway",
      "  lastbyte gateway --listen 127.0.0.1:0 --data ./runs",
      "  lastbyte gateway --upstream local=http://127.0.0.1:11434",
      "  lastbyte gateway --keep 30d --keep-size 2GB",
      "  lastbyte gateway --proxy http://proxy.example.com:3128",
      "  lastbyte gateway --proxy ollama=http://127.0.0.1:8080 --connect-timeout 5s",
      "  lastbyte gateway --listen 10.0.0.5:7077 --tls-cert cert.pem \\",
      "      --tls-key key.pem --token-file token",
      "  OPENAI_BASE_URL=http://127.0.0.1:7077/openai/v1 your-agent"
    })
public final class GatewayCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      converter = HostAndPort.class,
      description =
          "Where to listen; port 0 takes a free one. Elsewhere than on loopback only with TLS and"
              + " a token. Default: 127.0.0.1:7077")
  private InetSocketAddress listen = HostAndPort.loopback(7077);

  @Option(
      names = "--upstream",
      paramLabel = "NAME=URL",
      description =
          "A provider, served below /NAME; may be given again. Always there, unless given"
              + " otherwise: "
              + StandardProvider.UPSTREAMS_HELP
              + " "
              + StandardProvider.MORE_UPSTREAMS_HELP)
  private List<String> upstreams = new ArrayList<>();

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description =
          "A PEM file of authorities to trust beside Java's own when an upstream is https.")
  private @Nullable Path trusted;

  @Option(
      names = "--upstream-http2",
      description =
          "Speak HTTP/2 to https upstreams that offer it, also for clients that speak HTTP/1.1;"
              + " else such a client's bytes go on as they came.")
  private boolean upstreamHttp2;

  @Mixin private ListenOptions listening = new ListenOptions();
  @Mixin private ProxyOptions proxies = new ProxyOptions();

  @Mixin private DataOptions data = new DataOptions();

  @Mixin private RetentionOptions retention = new RetentionOptions();

  @Mixin private TimeoutOptions timeouts = new TimeoutOptions();

  @Option(
      names = "--recover",
      arity = "0..1",
      fallbackValue = "3",
      paramLabel = "ATTEMPTS",
      description =
          "Send a request again where that is safe and no response came, or an error that passes:"
              + " up to so many times in all (3 if not given), within a minute. An error is held"
              + " back until it is whole then. The response says x-lastbyte-attempts, and the run"
              + " has each attempt. Default: never")
  private @Nullable Integer recover;

  @Option(
      names = "--shadow-drain",
      arity = "0..1",
      fallbackValue = "30",
      paramLabel = "SECONDS",
      description =
          "Read a response on after its client has gone, up to so long (30 if not given), to say"
              + " what would have become of it. The provider does not hear that the client left,"
              + " and may bill for what nobody reads. Default: never")
  private @Nullable Integer shadowDrain;

  public GatewayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (recover != null && recover < 1) {
      throw new InvalidInputException(
          "--recover is how many times to send in all, at least 1, but was " + recover);
    }
    GatewayOptions options = options();
    RunStore store = data.open(retention.retention(), terminal);
    Gateway gateway = start(options, store);
    String scheme = listening.tls() ? "https://" : "http://";
    terminal.printNow(
        "lastbyte gateway listening on " + scheme + HostAndPort.text(gateway.address()));
    for (Upstream upstream : options.upstreams()) {
      terminal.printNow(
          "  /" + upstream.name() + " -> " + upstream.base() + proxySuffix(options, upstream));
    }
    terminal.printNow("  recording into " + data.path());
    ServerLifecycle.awaitShutdown(gateway, store);
    return ExitCode.OK;
  }

  private static String proxySuffix(GatewayOptions options, Upstream upstream) {
    HttpProxy proxy = options.proxies().proxyFor(upstream);
    return proxy == null ? "" : " through " + proxy;
  }

  private Gateway start(GatewayOptions options, RunStore store) {
    try {
      return ServerLifecycle.start(listen, () -> Gateway.start(options, store));
    } catch (InvalidInputException e) {
      store.close();
      throw e;
    } catch (IllegalArgumentException e) {
      store.close();
      throw new InvalidInputException(e);
    }
  }

  private GatewayOptions options() {
    var storeWarnings = new ThrottledWarnings(terminal);
    try {
      ProxyRules rules = proxies.rules();
      GatewayOptions.Builder options =
          GatewayOptions.builder(listen)
              .upstreams(Upstreams.of(upstreams, rules, terminal::warn))
              .proxies(rules)
              .hashKey(InstallationKey.ofThisUser())
              .listener(
                  new GatewayListener() {
                    @Override
                    public void storeUnhealthy(String line) {
                      storeWarnings.warn(line);
                    }

                    @Override
                    public void warning(String line) {
                      terminal.warn(line);
                    }
                  });
      listening.applyTo(options);
      if (upstreamHttp2) {
        options.preferHttp2Upstream();
      }
      if (recover != null) {
        options.recovery(recover, Duration.ofMinutes(1));
      }
      if (shadowDrain != null) {
        options.shadowDrainTimeout(Duration.ofSeconds(shadowDrain));
      }
      timeouts.applyTo(options);
      if (trusted != null) {
        options.trustedCertificates(readable(trusted));
      }
      return options.build();
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(e);
    }
  }

  private static Path readable(Path file) {
    if (!Files.isReadable(file)) {
      throw new InvalidInputException("--trust " + file + " is not a file that can be read");
    }
    return file;
  }
}
