// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.transport.Transport;
import dev.lastbyte.gateway.upstream.NameResolver;
import dev.lastbyte.store.RunStore;
import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A gateway with one upstream called {@code up}, on a real store, and the runs that ended in it.
 */
final class TestBed implements AutoCloseable {

  private final BlockingQueue<RunLog> ended = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> warnings = new LinkedBlockingQueue<>();
  private final BlockingQueue<Token> drained = new LinkedBlockingQueue<>();
  private final RunStore store;
  private final Gateway gateway;

  private TestBed(
      Path dir,
      URI upstream,
      UnaryOperator<GatewayOptions.Builder> options,
      NameResolver names,
      Transport transport,
      RunClock clock)
      throws IOException {
    store = RunStore.open(dir, clock);
    var listener =
        new GatewayListener() {
          @Override
          public void runEnded(RunLog log) {
            ended.add(log);
          }

          @Override
          public void warning(String line) {
            warnings.add(line);
          }

          @Override
          public void shadowDrained(Token run) {
            drained.add(run);
          }
        };
    var set =
        GatewayOptions.builder(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .upstreams(List.of(new Upstream("up", upstream)))
            .allowedHosts(Set.of("h", "h.example"))
            .drainTimeout(java.time.Duration.ZERO)
            .listener(listener);
    var environment = new Environment(clock, new Random(1), names);
    gateway = Gateway.start(options.apply(set).build(), store, environment, transport);
  }

  /** Every way to sockets that this machine has. */
  static Stream<Transport> transports() {
    return Epoll.isAvailable()
        ? Stream.of(Transport.best(), Transport.nio())
        : Stream.of(Transport.nio());
  }

  static TestBed forProvider(Path dir, RawProvider provider) throws IOException {
    return forProvider(dir, provider, Transport.best());
  }

  static TestBed forProvider(Path dir, RawProvider provider, Transport transport)
      throws IOException {
    return new TestBed(
        dir,
        local(provider.port()),
        UnaryOperator.identity(),
        InetAddress::getAllByName,
        transport,
        RunClock.system());
  }

  static TestBed with(Path dir, URI upstream, UnaryOperator<GatewayOptions.Builder> options)
      throws IOException {
    return with(dir, upstream, options, Transport.best());
  }

  static TestBed with(
      Path dir, URI upstream, UnaryOperator<GatewayOptions.Builder> options, Transport transport)
      throws IOException {
    return new TestBed(
        dir, upstream, options, InetAddress::getAllByName, transport, RunClock.system());
  }

  static TestBed withResolver(Path dir, URI upstream, NameResolver names) throws IOException {
    return new TestBed(
        dir, upstream, UnaryOperator.identity(), names, Transport.best(), RunClock.system());
  }

  /** A gateway whose time the test owns. */
  static TestBed withClock(Path dir, RawProvider provider, RunClock clock) throws IOException {
    return withClock(dir, provider, clock, Transport.best());
  }

  static TestBed withClock(Path dir, RawProvider provider, RunClock clock, Transport transport)
      throws IOException {
    return new TestBed(
        dir,
        local(provider.port()),
        UnaryOperator.identity(),
        InetAddress::getAllByName,
        transport,
        clock);
  }

  static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /**
   * The runs of a folder as if its gateway were killed now: its journal as it is, and no process
   * that writes it.
   */
  static List<RunLog> recoveredRuns(Path runs, Path copy) throws IOException {
    Files.createDirectory(copy);
    try (Stream<Path> files = Files.walk(runs.resolve("journal"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(runs.relativize(file).toString()));
      }
    }
    List<RunLog> left = new ArrayList<>();
    RunStore.read(copy).forEach(left::add);
    return left;
  }

  int port() {
    return gateway.address().getPort();
  }

  Peer client() throws IOException {
    return Peer.connect(gateway.address());
  }

  /** Returns when what an earlier gateway recorded is known again. */
  void awaitIndexLoaded() {
    gateway.awaitIndexLoaded();
  }

  void closeGateway() {
    gateway.close();
  }

  RunStore store() {
    return store;
  }

  /** The next run that ends. */
  RunLog nextRun() throws InterruptedException {
    RunLog log = ended.poll(20, TimeUnit.SECONDS);
    if (log == null) {
      throw new AssertionError("no run ended");
    }
    return log;
  }

  /** Waits until it is stored what would have become of the next response that was drained. */
  void awaitShadowDrained() throws InterruptedException {
    if (drained.poll(20, TimeUnit.SECONDS) == null) {
      throw new AssertionError("no response was drained");
    }
  }

  /** The runs that ended and were not asked for yet. */
  List<RunLog> endedRuns() {
    return List.copyOf(ended);
  }

  /** The warnings that the gateway gave; complete once it is closed. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** The names of a run's events in their order, each with what sets it apart. */
  static List<String> eventNames(RunLog log) {
    return log.events().stream().map(TestBed::line).toList();
  }

  private static String line(RunEvent event) {
    return event.getClass().getSimpleName();
  }

  static <E extends RunEvent> E only(RunLog log, Class<E> type) {
    List<E> all = log.events().stream().filter(type::isInstance).map(type::cast).toList();
    if (all.size() != 1) {
      throw new AssertionError(
          all.size() + " of " + type.getSimpleName() + " in " + eventNames(log));
    }
    return all.getFirst();
  }

  @Override
  public void close() {
    gateway.close();
    store.close();
  }
}
