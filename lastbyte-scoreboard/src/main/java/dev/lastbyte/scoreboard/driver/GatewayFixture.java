// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard.driver;

import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.gateway.Gateway;
import dev.lastbyte.gateway.GatewayListener;
import dev.lastbyte.gateway.GatewayOptions;
import dev.lastbyte.gateway.HttpProxy;
import dev.lastbyte.gateway.ProxyRules;
import dev.lastbyte.gateway.Upstream;
import dev.lastbyte.harness.HarnessClock;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.server.FaultServer;
import dev.lastbyte.store.Lookup;
import dev.lastbyte.store.RunStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The real provider side, the real gateway and the real store, in a folder of their own that is
 * gone afterwards. Safe for use by many threads; each trial has a lane of its own, since a
 * connection that one trial leaves to the gateway's pool would change the other's.
 */
public final class GatewayFixture implements AutoCloseable {

  private static final String AUTHORITY = "authority.pem";
  private static final long LONGEST_RUN_SECONDS = 30;
  private static final int UPGRADED = 101;
  private static final Duration LONG_PAUSE = Duration.ofSeconds(1);
  private static final Duration SHORT_TIMEOUT = Duration.ofMillis(250);

  private final Map<String, CompletableFuture<RunLog>> ended = new ConcurrentHashMap<>();
  private final AtomicLong runCount = new AtomicLong();
  private final BlockingQueue<Integer> freeSlots;
  private final List<Route> routes;
  private final FaultServer harness;
  private final Path folder;
  private final RunStore store;
  private final Gateway gateway;
  private final Gateway shortTimeoutGateway;

  private GatewayFixture(FaultServer harness, List<Route> routes, int width) throws IOException {
    this.harness = harness;
    this.routes = routes;
    freeSlots = new ArrayBlockingQueue<>(width);
    List<Upstream> upstreams = new ArrayList<>();
    ProxyRules proxies = ProxyRules.none();
    for (int slot = 0; slot < width; slot++) {
      freeSlots.add(slot);
      for (Route route : routes) {
        upstreams.add(new Upstream(upstream(slot, route), route.root()));
        proxies = route.withProxy(proxies, upstream(slot, route));
      }
    }
    folder = Files.createTempDirectory("lastbyte-stage");
    Path authority = Files.writeString(folder.resolve(AUTHORITY), harness.authorityPem());
    store = RunStore.open(folder, RunClock.system());
    GatewayOptions options =
        options(upstreams).proxies(proxies).trustedCertificates(authority).build();
    gateway = Gateway.start(options, store);
    shortTimeoutGateway =
        Gateway.start(options.toBuilder().connectTimeout(SHORT_TIMEOUT).build(), store);
  }

  /**
   * A way to a provider.
   *
   * @param proxy where it leads through; null for none
   */
  private record Route(URI root, @Nullable InetSocketAddress proxy) {

    static Route to(FaultServer harness, Trial trial) {
      URI url = url(harness, trial);
      // a WebSocket begins as HTTP does
      String scheme = url.getScheme().replaceFirst("^ws", "http");
      return new Route(
          URI.create(scheme + "://" + url.getRawAuthority()), harness.proxy(trial.scenario()));
    }

    ProxyRules withProxy(ProxyRules rules, String upstream) {
      return proxy == null
          ? rules
          : rules.withProxyFor(
              upstream,
              HttpProxy.parse(proxy.getAddress().getHostAddress() + ":" + proxy.getPort()));
    }
  }

  /**
   * A stage for these trials.
   *
   * @param width how many trials can be played at a time
   */
  public static GatewayFixture open(Collection<Trial> trials, int width) throws IOException {
    FaultServer harness = FaultServer.start(GatewayFixture::shortenPause);
    List<Route> routes = trials.stream().map(trial -> Route.to(harness, trial)).distinct().toList();
    return new GatewayFixture(harness, routes, width);
  }

  /** Minutes pass in an instant; what is short already takes its time. */
  private static CompletableFuture<Void> shortenPause(Duration time) {
    boolean isLong = time.compareTo(LONG_PAUSE) >= 0;
    return HarnessClock.system().after(isLong ? Duration.ofMillis(time.toSeconds()) : time);
  }

  private GatewayOptions.Builder options(List<Upstream> upstreams) {
    return GatewayOptions.builder(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .upstreams(upstreams)
        .listener(
            new GatewayListener() {
              @Override
              public void runEnded(RunLog log) {
                if (isUpgrade(log)) {
                  return;
                }
                log.events().stream()
                    .filter(Correlated.class::isInstance)
                    .map(Correlated.class::cast)
                    .filter(correlated -> correlated.correlation() == Correlation.CALLER_RUN)
                    .forEach(correlated -> completion(correlated.value().value()).complete(log));
              }
            });
  }

  /** Whether it only led to a WebSocket, on which another run of that name is to come. */
  private static boolean isUpgrade(RunLog log) {
    return log.events().stream()
        .anyMatch(event -> event instanceof ResponseStarted head && head.status() == UPGRADED);
  }

  /**
   * Plays a trial, and waits until it is over.
   *
   * @return the run as it was stored
   * @throws IOException if the play got stuck
   */
  public RunLog run(Trial trial) throws IOException, InterruptedException {
    int slot = freeSlots.take();
    String run = "trial-" + runCount.incrementAndGet();
    try {
      URI url = url(harness, trial);
      String upstream = upstream(slot, Route.to(harness, trial));
      String path = "/" + upstream + url.getRawPath() + trial.dialect().route();
      new TrialRunner(trial, gatewayFor(trial).address(), path, run, SHORT_TIMEOUT).run();
      return stored(completion(run).get(LONGEST_RUN_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the gateway did not end the run", e);
    } finally {
      ended.remove(run);
      freeSlots.add(slot);
    }
  }

  /** Where nothing responds, the client has to give up; the other trials are never given up. */
  private Gateway gatewayFor(Trial trial) {
    return switch (trial.scenario().endpoint()) {
      case FULL_BACKLOG, HANDSHAKE_STALL -> shortTimeoutGateway;
      case SERVER,
          REFUSING_PORT,
          UNKNOWN_NAME,
          UNTRUSTED_CERTIFICATE,
          WRONG_HOST_CERTIFICATE,
          HANDSHAKE_ALERT,
          HANDSHAKE_FIN,
          PROXY,
          PROXY_403,
          PROXY_407,
          PROXY_EOF ->
          gateway;
    };
  }

  private RunLog stored(RunLog handedOver) throws IOException {
    String run = handedOver.header().run().value();
    if (store.runs().find(run) instanceof Lookup.Found found) {
      return found.log();
    }
    throw new IOException("the store did not keep run " + run + ": " + store.health());
  }

  /**
   * What the provider's side knows of all that was played, in the order in which it ended.
   *
   * @param count how many exchanges there were, the last of which may still be on their way out
   */
  public List<LedgerEntry> ledger(int count) throws InterruptedException {
    return harness.awaitRequests(count, Duration.ofSeconds(LONGEST_RUN_SECONDS));
  }

  private CompletableFuture<RunLog> completion(String run) {
    return ended.computeIfAbsent(run, name -> new CompletableFuture<>());
  }

  private String upstream(int slot, Route route) {
    return "lane%d-%d".formatted(slot, routes.indexOf(route));
  }

  private static URI url(FaultServer harness, Trial trial) {
    return harness.baseUrl(trial.scenario(), trial.framing());
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    shortTimeoutGateway.close();
    store.close();
    harness.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
