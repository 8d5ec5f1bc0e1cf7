// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import dev.lastbyte.harness.HarnessClock;
import dev.lastbyte.harness.scenario.ScenarioSet;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * How a server is to be.
 *
 * @param address where it listens without TLS; port 0 takes a free one
 * @param tlsPort where it listens with TLS, for HTTP/2 and HTTP/1.1; 0 takes a free one
 * @param clock which its pauses, heartbeats and drips follow
 * @param scenarios what it can play
 */
public record ServerOptions(
    InetSocketAddress address, int tlsPort, HarnessClock clock, ScenarioSet scenarios) {

  /** Free ports of the loopback address, the machine's own clock, the catalogue. */
  public static ServerOptions standard() {
    return new ServerOptions(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        0,
        HarnessClock.system(),
        ScenarioSet.standard());
  }

  /** The same at that address. */
  public ServerOptions withAddress(InetSocketAddress other) {
    return new ServerOptions(other, tlsPort, clock, scenarios);
  }

  /** The same with that port for TLS. */
  public ServerOptions withTlsPort(int port) {
    return new ServerOptions(address, port, clock, scenarios);
  }

  /** The same with that clock. */
  public ServerOptions withClock(HarnessClock other) {
    return new ServerOptions(address, tlsPort, other, scenarios);
  }

  /** The same with that repertoire. */
  public ServerOptions withScenarios(ScenarioSet other) {
    return new ServerOptions(address, tlsPort, clock, other);
  }
}
