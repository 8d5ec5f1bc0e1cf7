// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.HarnessClock;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.http1.Connection;
import dev.lastbyte.harness.http1.Peer;
import dev.lastbyte.harness.stage.House;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

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
  private static final int BACKLOG = 512;
  private static final int CONNECTION_LIMIT = 4096;

  private final ServerSocket listener;
  private final Socket reserved;
  private final House house;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Semaphore free = new Semaphore(CONNECTION_LIMIT);

  private FaultServer(ServerSocket listener, Socket reserved, HarnessClock clock) {
    this.listener = listener;
    this.reserved = reserved;
    house = new House(clock, this::baseUrl);
  }

  /** Starts on a free port of the loopback address. */
  public static FaultServer start() throws IOException {
    return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** Starts there, with pauses, heartbeats and drips that follow that clock. */
  public static FaultServer start(HarnessClock clock) throws IOException {
    return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), clock);
  }

  /**
   * Starts on that address; port 0 takes a free one.
   *
   * @throws IOException if the address cannot be had
   */
  public static FaultServer start(InetSocketAddress address) throws IOException {
    return start(address, HarnessClock.system());
  }

  private static FaultServer start(InetSocketAddress address, HarnessClock clock)
      throws IOException {
    var listener = new ServerSocket();
    try {
      listener.bind(address, BACKLOG);
      var server = new FaultServer(listener, reserve(), clock);
      Thread.ofVirtual().name("lastbyte-harness-accept").start(server::accept);
      return server;
    } catch (IOException e) {
      listener.close();
      throw e;
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /**
   * The base URL, without {@code /v1}, below which every request meets that scenario; for {@code
   * connection-refused}, on a port where nothing listens as long as this server is open.
   *
   * @throws IllegalArgumentException if the scenario does not have that framing
   */
  public URI baseUrl(Scenario scenario, Framing framing) {
    InetSocketAddress at =
        scenario.listens() ? address() : (InetSocketAddress) reserved.getLocalSocketAddress();
    return URI.create(
        "http://%s:%d/%s".formatted(host(at), at.getPort(), scenario.segment(framing)));
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
    listener.close();
    reserved.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** Bound, so that nobody else gets the port, and never listening, so that it refuses. */
  private static Socket reserve() throws IOException {
    var socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return socket;
  }

  private static String host(InetSocketAddress at) {
    String host = at.getAddress().getHostAddress();
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private void accept() {
    long number = 0;
    while (!listener.isClosed()) {
      free.acquireUninterruptibly();
      try {
        Socket socket = listener.accept();
        number++;
        serve(number, socket);
      } catch (IOException e) {
        // the listener was closed, or a client left before we took it
        free.release();
      }
    }
  }

  private void serve(long number, Socket socket) throws IOException {
    open.add(socket);
    if (listener.isClosed()) {
      // it came between the last look of close() and now
      socket.close();
    }
    Thread.ofVirtual()
        .name("lastbyte-harness-" + number)
        .start(() -> {
          try (socket) {
            new Connection(number, new Peer(socket), house).serve();
          } catch (IOException e) {
            // the client left between two exchanges, which is its right
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            open.remove(socket);
            free.release();
          }
        });
  }
}
