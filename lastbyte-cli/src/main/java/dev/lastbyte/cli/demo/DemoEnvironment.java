// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.demo;

import dev.lastbyte.cli.options.HostAndPort;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.Gateway;
import dev.lastbyte.gateway.GatewayListener;
import dev.lastbyte.gateway.GatewayOptions;
import dev.lastbyte.gateway.Upstream;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.ScenarioSet;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.server.FaultServer;
import dev.lastbyte.harness.server.ServerOptions;
import dev.lastbyte.store.Lookup;
import dev.lastbyte.store.RunStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real provider side, the real gateway and the real store, in a folder of their own. */
public final class DemoEnvironment implements AutoCloseable {

  /** The dialects that the demo plays. */
  public static final List<Dialect> DIALECTS =
      List.of(Dialect.OPENAI_CHAT, Dialect.OPENAI_RESPONSES, Dialect.ANTHROPIC_MESSAGES);

  private static final String REFUSING = "connection-refused";
  private static final String REFUSED = "-refused";
  private static final long LONGEST_RUN_SECONDS = 30;

  private final Map<String, CompletableFuture<Token>> ended = new ConcurrentHashMap<>();
  private final FaultServer harness;
  private final Path folder;
  private final RunStore store;
  private final Gateway gateway;

  private DemoEnvironment(FaultServer harness, Path folder) throws IOException {
    this.harness = harness;
    this.folder = folder;
    this.store = RunStore.open(folder, RunClock.system());
    this.gateway = Gateway.start(options(harness), store);
  }

  static DemoEnvironment open() throws IOException {
    return withScenarios(ScenarioSet.standard());
  }

  /** A stage on which that is played. */
  public static DemoEnvironment withScenarios(ScenarioSet scenarioSet) throws IOException {
    FaultServer harness = FaultServer.start(ServerOptions.standard().withScenarios(scenarioSet));
    return new DemoEnvironment(harness, Files.createTempDirectory("lastbyte-demo"));
  }

  private GatewayOptions options(FaultServer harness) {
    URI refusing = harness.baseUrl(Scenarios.named(REFUSING), Framing.CHUNKED);
    URI serving = URI.create("http://" + HostAndPort.text(harness.address()));
    return GatewayOptions.builder(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .upstreams(
            DIALECTS.stream()
                .flatMap(dialect ->
                    Stream.of(
                        new Upstream(dialect.token(), serving),
                        new Upstream(dialect.token() + REFUSED, refusing)))
                .toList())
        .listener(
            new GatewayListener() {
              @Override
              public void runEnded(RunLog log) {
                callerRun(log).complete(log.header().run());
              }
            })
        .build();
  }

  public InetSocketAddress gateway() {
    return gateway.address();
  }

  /** Where a request meets a scenario, through the gateway. */
  static String path(Scenario scenario, Dialect dialect) {
    return scenario.name().equals(REFUSING)
        ? "/" + dialect.token() + REFUSED + dialect.route()
        : "/" + dialect.token() + "/" + scenario.name() + dialect.route();
  }

  /**
   * The run as it was stored, once it is over.
   *
   * @param callerRun the name that the agent gave it
   */
  public RunLog awaitStored(String callerRun) throws Exception {
    Token run = completion(callerRun).get(LONGEST_RUN_SECONDS, TimeUnit.SECONDS);
    ended.remove(callerRun); // so that the name can be given again
    if (store.runs().find(run.value()) instanceof Lookup.Found found) {
      return found.log();
    }
    throw new IOException("the store did not keep run " + run + ": " + store.health());
  }

  private CompletableFuture<Token> callerRun(RunLog log) {
    return log.events().stream()
        .filter(Correlated.class::isInstance)
        .map(Correlated.class::cast)
        .filter(correlated -> correlated.correlation() == Correlation.CALLER_RUN)
        .findFirst()
        .map(correlated -> completion(correlated.value().value()))
        .orElseGet(CompletableFuture::new);
  }

  private CompletableFuture<Token> completion(String callerRun) {
    return ended.computeIfAbsent(callerRun, run -> new CompletableFuture<>());
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    store.close();
    harness.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
