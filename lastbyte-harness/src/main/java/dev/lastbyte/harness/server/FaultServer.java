// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.HarnessClock;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.stage.Control;
import dev.lastbyte.harness.stage.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers as an LLM provider does, and breaks its answers exactly as told.
 *
 * <p>The first segment of a request's path names the scenario ({@code /text-fin/v1/messages}, or
 * {@code /text-fin.close-delimited/v1/messages}); without one the header {@code
 * x-lastbyte-scenario} does, and without that all is {@code ok}. With {@code x-lastbyte-gate}, or
 * {@code .gate-<name>} at the end of that segment, a request has the last act held back until
 * {@link #release}, at most 30 seconds. Safe for use by many threads.
 */
public final class FaultServer implements AutoCloseable {
  private final House house;
  private final Doors doors;

  private FaultServer(InetSocketAddress address, HarnessClock clock) throws IOException {
    house = new House(clock, new Whereabouts());
    doors = Doors.open(address, house);
  }

  /** Starts on a free port of the loopback address. */
  public static FaultServer start() throws IOException {
    return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** Starts there, with pauses, heartbeats and drips that follow that clock. */
  public static FaultServer start(HarnessClock clock) throws IOException {
    return new FaultServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), clock);
  }

  /**
   * Starts on that address; port 0 takes a free one.
   *
   * @throws IOException if the address cannot be had
   */
  public static FaultServer start(InetSocketAddress address) throws IOException {
    return new FaultServer(address, HarnessClock.system());
  }

  /** Where it listens without TLS; the other ports are found by {@link #baseUrl}. */
  public InetSocketAddress address() {
    return doors.plain();
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
    return doors.baseUrl(scenario, framing);
  }

  /**
   * The HTTP proxy by which a client has to go to meet that scenario; null where it needs none.
   *
   * @throws UncheckedIOException if no port can be had
   */
  public @Nullable InetSocketAddress proxy(Scenario scenario) {
    return doors.proxy(scenario.venue());
  }

  /** The certificate of this server's throw-away authority as PEM, for clients that read a file. */
  public String authorityPem() {
    return doors.authority().pem();
  }

  /** For clients: trusts this server's throw-away authority and no other. */
  public SSLContext trustingContext() {
    return doors.authority().trustingContext();
  }

  /** The exchanges that have ended, the last 10,000 of them, oldest first. */
  public List<LedgerEntry> ledger() {
    return house.ledger().entries();
  }

  /**
   * Waits until so many exchanges have ended since the start.
   *
   * @return the ledger then
   * @throws IllegalStateException if fewer have ended when the time is over
   */
  public List<LedgerEntry> awaitRequests(int count, Duration atMost) throws InterruptedException {
    return house.ledger().await(count, atMost);
  }

  /**
   * Opens a gate for everybody who waits there or will.
   *
   * @throws IllegalArgumentException if the name is no token, or there are 1,024 gates already
   */
  public void release(String gate) {
    house.gates().open(gate);
  }

  /** Forgets the ledger and every attempt; {@link #awaitRequests} counts from here on. */
  public void reset() {
    house.reset();
  }

  /** Stops listening and closes every connection. */
  @Override
  public void close() throws IOException {
    doors.close();
  }

  /** What the server's own routes tell of its addresses. */
  private final class Whereabouts implements Control.Addresses {
    @Override
    public URI baseUrl(Scenario scenario, Framing framing) {
      return doors.baseUrl(scenario, framing);
    }

    @Override
    public @Nullable InetSocketAddress proxy(Scenario scenario) {
      return doors.proxy(scenario.venue());
    }

    @Override
    public String authorityPem() {
      return doors.authority().pem();
    }
  }
}
