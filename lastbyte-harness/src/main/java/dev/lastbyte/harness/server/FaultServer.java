// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.HarnessClock;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.engine.ControlEndpoint;
import dev.lastbyte.harness.engine.ServerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers as an LLM provider does, and breaks its responses exactly as told.
 *
 * <p>The first segment of a request's path names the scenario ({@code /text-fin/v1/messages}, or
 * {@code /text-fin.close-delimited/v1/messages}); without one the header {@code
 * x-lastbyte-scenario} does, and without that it is the {@linkplain
 * dev.lastbyte.harness.scenario.Repertoire#usual() usual one}. With {@code x-lastbyte-gate}, or
 * {@code .gate-<name>} at the end of that segment, a request has the last act held back until
 * {@link #release}, at most 30 seconds. Safe for use by many threads.
 */
public final class FaultServer implements AutoCloseable {
  private final ServerContext serverContext;
  private final Listeners listeners;

  private FaultServer(ServerOptions options) throws IOException {
    serverContext = new ServerContext(options.clock(), options.scenarios(), new Whereabouts());
    listeners = Listeners.open(options.address(), options.tlsPort(), serverContext);
  }

  /** Starts on a free port of the loopback address. */
  public static FaultServer start() throws IOException {
    return start(ServerOptions.standard());
  }

  /** Starts there, with pauses, heartbeats and drips that follow that clock. */
  public static FaultServer start(HarnessClock clock) throws IOException {
    return start(ServerOptions.standard().withClock(clock));
  }

  /**
   * Starts on that address; port 0 takes a free one.
   *
   * @throws IOException if the address cannot be had
   */
  public static FaultServer start(InetSocketAddress address) throws IOException {
    return start(ServerOptions.standard().withAddress(address));
  }

  /**
   * Starts as those options have it.
   *
   * @throws IOException if the address cannot be had
   */
  public static FaultServer start(ServerOptions options) throws IOException {
    return new FaultServer(options);
  }

  /** Where it listens without TLS; the other ports are found by {@link #baseUrl}. */
  public InetSocketAddress address() {
    return listeners.plain();
  }

  /**
   * The base URL, without {@code /v1}, below which every request meets that scenario. Its scheme
   * and port follow from the framing, and from where the scenario is met: some have a port of their
   * own, opened now and closed with the server.
   *
   * @throws IllegalArgumentException if the scenario does not have that framing
   * @throws UncheckedIOException if no port can be had
   */
  public URI baseUrl(Scenario scenario, Framing framing) {
    return listeners.baseUrl(scenario, framing);
  }

  /**
   * The HTTP proxy by which a client has to go to meet that scenario; null where it needs none.
   *
   * @throws UncheckedIOException if no port can be had
   */
  public @Nullable InetSocketAddress proxy(Scenario scenario) {
    return listeners.proxy(scenario.endpoint());
  }

  /**
   * Where it listens with TLS, for HTTP/2 and HTTP/1.1 as the client chooses.
   *
   * @throws UncheckedIOException if the port cannot be had
   */
  public InetSocketAddress tlsAddress() {
    return listeners.tls();
  }

  /** The certificate of this server's throw-away authority as PEM, for clients that read a file. */
  public String authorityPem() {
    return listeners.authority().pem();
  }

  /** For clients: trusts this server's throw-away authority and no other. */
  public SSLContext trustingContext() {
    return listeners.authority().trustingContext();
  }

  /** The exchanges that have ended, the last 10,000 of them, oldest first. */
  public List<LedgerEntry> ledger() {
    return serverContext.ledger().entries();
  }

  /**
   * Waits until so many exchanges have ended since the start.
   *
   * @return the ledger then
   * @throws IllegalStateException if fewer have ended when the time is over
   */
  public List<LedgerEntry> awaitRequests(int count, Duration atMost) throws InterruptedException {
    return serverContext.ledger().await(count, atMost);
  }

  /**
   * Opens a gate for all that wait at it, now and later.
   *
   * @throws IllegalArgumentException if the name is no token, or there are 1,024 gates already
   */
  public void release(String gate) {
    serverContext.gates().open(gate);
  }

  /** Forgets the ledger and every attempt; {@link #awaitRequests} counts from here on. */
  public void reset() {
    serverContext.reset();
  }

  /** Stops listening and closes every connection. */
  @Override
  public void close() throws IOException {
    listeners.close();
  }

  /** What the server's own routes tell of its addresses. */
  private final class Whereabouts implements ControlEndpoint.Addresses {
    @Override
    public URI baseUrl(Scenario scenario, Framing framing) {
      return listeners.baseUrl(scenario, framing);
    }

    @Override
    public @Nullable InetSocketAddress proxy(Scenario scenario) {
      return listeners.proxy(scenario.endpoint());
    }

    @Override
    public String authorityPem() {
      return listeners.authority().pem();
    }
  }
}
